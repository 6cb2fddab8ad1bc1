// status: 4
R"x(
)x"
