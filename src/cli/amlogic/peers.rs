//! The words of pyamlboot's scripts, of the vendor's `update` and `adnl`, and words that mean too much.

use crate::cli::peers::{Word, Words};

const BULKCMD: Word = Word::Ours("command");

const BURN: Word = Word::Unclear(&[
    ("package flash FILE", "writes a burning package and restarts the board"),
    ("package flash FILE --no-reset", "leaves the board as it is in the end"),
]);

const BOOT: Word = Word::Unclear(&[
    (
        "boot u-boot.bin.usb.bl2 u-boot.bin.usb.tpl --mainline",
        "starts the files of a board's folder",
    ),
    ("boot FILES --write ADDR=FILE", "puts a kernel or a script into memory first"),
    ("boot FILES --script COMMANDS", "has U-Boot run commands"),
]);

const SIGNED: Word = Word::Unclear(&[
    ("boot u-boot.bin.usb.signed u-boot.bin.signed", "sends both files, each to its stage"),
    ("boot u-boot.bin", "starts an older board"),
]);

pub(in crate::cli) const PEERS: Words = &[
    // pyamlboot's scripts, with and without their ending.
    ("socid", Word::Ours("identify")),
    ("socid.py", Word::Ours("identify")),
    ("bulkcmd", BULKCMD),
    ("bulkcmd.py", BULKCMD),
    ("boot-g12", Word::Ours("boot")),
    ("boot-g12.py", Word::Ours("boot")),
    ("boot.py", BOOT),
    ("ubt", BURN),
    ("ubt.py", BURN),
    // The vendor's `update`.
    ("scan", Word::Program("list")),
    ("chipid", Word::Ours("identify")),
    ("tplcmd", BULKCMD),
    ("dump", Word::Ours("memory read")),
    ("run", Word::Ours("memory run")),
    (
        "cwr",
        Word::Unclear(&[
            ("memory write ADDR FILE", "writes memory"),
            ("boot FILES", "starts boot files from memory"),
        ]),
    ),
    (
        "rreg",
        Word::Unclear(&[
            ("memory readl ADDR", "reads a register"),
            ("memory hexdump ADDR LEN", "shows memory"),
        ]),
    ),
    (
        "wreg",
        Word::Unclear(&[
            ("memory writel ADDR VALUE", "writes a register"),
            ("memory fill ADDR LEN BYTE", "fills memory"),
        ]),
    ),
    (
        "mwrite",
        Word::Unclear(&[
            ("partition write NAME FILE", "writes a partition"),
            ("memory write ADDR FILE", "writes memory"),
        ]),
    ),
    (
        "mread",
        Word::Unclear(&[
            ("partition read NAME FILE --size BYTES", "reads a partition"),
            ("memory read ADDR LEN FILE", "reads memory"),
        ]),
    ),
    // The vendor's `adnl`.
    ("devices", Word::Program("list")),
    ("oem", BULKCMD),
    ("cmd", BULKCMD),
    ("reboot", Word::Ours("reset")),
    ("bl1_boot", SIGNED),
    ("bl2_boot", SIGNED),
    // Words that mean storage to one tool's users, and memory to another's.
    (
        "read",
        Word::Unclear(&[
            ("memory read ADDR LEN FILE", "reads memory"),
            ("disk read START COUNT FILE", "reads sectors of the eMMC"),
            ("partition read NAME FILE", "reads a partition"),
        ]),
    ),
    (
        "write",
        Word::Unclear(&[
            ("memory write ADDR FILE", "writes memory"),
            ("disk write START FILE", "writes sectors of the eMMC"),
            ("partition write NAME FILE", "writes a partition"),
        ]),
    ),
    (
        "verify",
        Word::Unclear(&[
            ("disk verify START FILE", "compares sectors of the eMMC"),
            ("partition verify NAME FILE", "compares a partition"),
        ]),
    ),
    (
        "erase",
        Word::Unclear(&[
            ("disk erase --all", "erases all of the eMMC"),
            ("partition erase NAME", "erases a partition"),
        ]),
    ),
    (
        "flash",
        Word::Unclear(&[
            ("package flash FILE", "writes a burning package"),
            ("disk write START FILE", "writes an image to sectors of the eMMC"),
            ("partition write NAME FILE", "writes a partition"),
        ]),
    ),
];
