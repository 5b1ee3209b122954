//! The words of Android's tool.

use crate::cli::peers::{Word, Words};

pub(in crate::cli) const PEERS: Words = &[
    ("devices", Word::Program("list")),
    ("flash", Word::Ours("partition write")),
    ("erase", Word::Ours("partition erase")),
    ("reboot", Word::Ours("reset")),
    ("reboot-bootloader", Word::Ours("reset bootloader")),
    ("get_staged", Word::Ours("upload")),
    (
        "format",
        Word::Missing(&[
            ("partition erase NAME", "erases a partition"),
            ("partition write NAME FILE", "writes a file system that was made before"),
        ]),
    ),
    ("flashall", Word::Missing(&[("partition write NAME FILE", "writes one partition")])),
    ("update", Word::Missing(&[("partition write NAME FILE", "writes one partition")])),
    (
        "fetch",
        Word::Missing(&[("partition read NAME FILE", "reads a partition, where the board can")]),
    ),
];
