//! The subcommands as a script meets them, one file each.

mod machine;
mod timeline;
