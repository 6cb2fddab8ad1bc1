// status: 4
%:define X
