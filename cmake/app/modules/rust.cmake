# Included by applications with components in Rust; RustAddLibrary says that there is no support.
