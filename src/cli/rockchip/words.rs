//! The words of rkdeveloptool's users, and words that could mean several commands.

use crate::cli::peers::{Word, Words};

/// All of them.
pub(in crate::cli) const PEERS: Words = &[
    ("cs", Word::Ours("storage")),
    ("db", Word::Ours("boot")),
    ("ef", Word::Ours("disk erase --all")),
    ("gpt", Word::Ours("partition table")),
    ("ld", Word::Program("list")),
    ("pack", Word::Ours("loader pack config.ini")),
    ("ppt", Word::Ours("partition list")),
    ("prm", Word::Ours("partition parameter")),
    ("rcb", Word::Ours("identify")),
    ("rci", Word::Ours("identify")),
    ("rd", Word::Ours("reset")),
    ("rfi", Word::Ours("identify")),
    ("rid", Word::Ours("identify")),
    ("rl", Word::Ours("disk read")),
    ("rlx", Word::Ours("partition read")),
    ("td", Word::Ours("test-ready")),
    ("ul", Word::Ours("upgrade-loader")),
    ("unpack", Word::Ours("loader unpack … .")),
    ("wl", Word::Ours("disk write")),
    ("wlx", Word::Ours("partition write")),
    (
        "erase",
        Word::Unclear(&[
            ("disk erase START COUNT", "erases sectors"),
            ("partition erase NAME", "erases a partition"),
        ]),
    ),
    (
        "flash",
        Word::Unclear(&[
            ("package flash FILE", "writes a firmware package"),
            ("disk write START FILE", "writes an image to sectors"),
            ("partition write NAME FILE", "writes one to a partition"),
        ]),
    ),
    (
        "read",
        Word::Unclear(&[
            ("disk read START COUNT FILE", "reads sectors"),
            ("partition read NAME FILE", "reads a partition"),
        ]),
    ),
    (
        "verify",
        Word::Unclear(&[
            ("disk verify START FILE", "compares sectors"),
            ("partition verify NAME FILE", "compares a partition"),
        ]),
    ),
    (
        "write",
        Word::Unclear(&[
            ("disk write START FILE", "writes to sectors"),
            ("partition write NAME FILE", "writes to a partition"),
        ]),
    ),
];
