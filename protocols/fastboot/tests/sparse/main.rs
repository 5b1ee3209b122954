//! Pieces against other people's readers of them: U-Boot's, and Android's `simg2img`; and Debian's `fastboot` beside.
//! tests/run of the project gives what they need; `cargo test` alone leaves them out.

mod android;
mod image;
mod limits;
mod losses;
mod traps;
mod uboot;
