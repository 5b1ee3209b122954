//! Every key of a manifest: the one table for the reader, the schema and the documentation.

use link::Check;

use crate::{boards::Role, family::Via};

/// A key.
pub(super) struct Key {
    /// Its name.
    pub(super) name: &'static str,
    /// What it takes.
    pub(super) kind: Kind,
    /// What applies where it is left out.
    pub(super) otherwise: Otherwise,
    /// What it means.
    pub(super) meaning: &'static str,
}

/// What applies where a key is left out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Otherwise {
    /// It may not be left out.
    Required,
    /// Nothing.
    Nothing,
    /// This value.
    Value(&'static str),
    /// What these words say.
    Words(&'static str),
}

/// What a key takes.
#[derive(Clone, Copy)]
pub(super) enum Kind {
    /// Any text that is not empty.
    Text,
    /// A name.
    Name,
    /// One of these words.
    Word(fn() -> Vec<&'static str>),
    /// A SHA-256 sum.
    Sum,
    /// A whole number, from the first to the second.
    Number(i64, i64),
    /// True or false.
    Flag,
    /// A time of at least this many seconds.
    Time(u64),
    /// A list of texts that are not empty.
    Texts,
    /// A program and its arguments.
    Program,
    /// A table.
    Table(fn() -> Vec<Key>),
    /// A table of tables, each with a name.
    Named(fn() -> Vec<Key>),
    /// A list of tables.
    Tables(fn() -> Vec<Key>),
    /// Keys of a node.
    Node,
    /// The nodes.
    Nodes,
}

use Otherwise::{Nothing, Required, Value, Words};

/// The most nodes at once, and the most tries.
const MANY: i64 = 1000;

const fn key(name: &'static str, kind: Kind, otherwise: Otherwise, meaning: &'static str) -> Key {
    Key { name, kind, otherwise, meaning }
}

/// The keys of the manifest itself.
pub(super) fn top() -> Vec<Key> {
    vec![
        key("schema", Kind::Number(1, 1), Required, "the version of the manifest's form"),
        key("$schema", Kind::Text, Nothing, "where the JSON Schema is, for editors"),
        key(
            "jobs",
            Kind::Number(1, MANY),
            Words("all nodes"),
            "how many nodes are worked on at once, at most",
        ),
        key(
            "defaults",
            Kind::Node,
            Nothing,
            "keys for every node that does not have them; `hook`, `console` and `file` are joined key by key",
        ),
        key(
            "image",
            Kind::Named(image),
            Required,
            "the images, each under the name that nodes use",
        ),
        key("group", Kind::Named(group), Nothing, "what applies to the nodes of a group"),
        key("node", Kind::Nodes, Required, "the nodes"),
    ]
}

/// The keys of an image.
pub(super) fn image() -> Vec<Key> {
    vec![
        key(
            "file",
            Kind::Text,
            Required,
            "the image's file, from the manifest's folder; a bmap beside it (`FILE.bmap`) is used",
        ),
        key(
            "sha256",
            Kind::Sum,
            Words("the file of sums beside it, if there is one"),
            "the SHA-256 of the file as it is stored",
        ),
    ]
}

/// The keys of a group.
pub(super) fn group() -> Vec<Key> {
    vec![key(
        "jobs",
        Kind::Number(1, MANY),
        Words("all of them"),
        "how many nodes of the group are worked on at once, at most",
    )]
}

/// The keys of a node, and of `[defaults]`.
pub(super) fn node() -> Vec<Key> {
    vec![
        key(
            "name",
            Kind::Name,
            Required,
            "the node's name: `a-z`, `0-9`, `.` and `-`; no other node has it",
        ),
        key(
            "board",
            Kind::Text,
            Required,
            "which board it is, by any unique part of its name (see `racklet-flash boards`)",
        ),
        key(
            "port",
            Kind::Text,
            Required,
            "where it is plugged in: a USB port from `racklet-flash list` (`1-1.4`), or a serial device; no other node is there",
        ),
        key("image", Kind::Text, Required, "the name of its image"),
        key(
            "to",
            Kind::Text,
            Words("the board's first storage"),
            "where the image goes: a storage (`emmc`, `sd`, `spi`, `nvme`, …), or the name of a partition on the board's first storage",
        ),
        key(
            "via",
            Kind::Word(ways),
            Words("the fastest way that there is"),
            "the way that the data take",
        ),
        key(
            "net",
            Kind::Text,
            Nothing,
            "for Ethernet: the network that the node and this computer are on (`10.7.0.0/24`), with the node's own address (`10.7.0.15/24`), or `dhcp`",
        ),
        key(
            "uboot-console",
            Kind::Text,
            Words("the only serial port, where one node alone is on a serial line"),
            "for Ethernet to a board on USB: the serial port of its U-Boot's console",
        ),
        key(
            "usb-port",
            Kind::Text,
            Nothing,
            "for USB to a board on a serial line: the USB port that its USB device port is connected to, where its U-Boot shows the storage as a disk (`ums`)",
        ),
        key(
            "chip",
            Kind::Text,
            Words("what `MANIFEST.lock` has from the run before"),
            "the chip id that the board has to have",
        ),
        key(
            "files",
            Kind::Text,
            Nothing,
            "a folder with boot loader files: those that `file` does not name are taken from `files/BOARD/NAME` or `files/NAME`, under the names that `racklet-flash boards BOARD` shows",
        ),
        key("file", Kind::Table(file), Nothing, "boot loader files by their role"),
        key(
            "write",
            Kind::Tables(write),
            Nothing,
            "files that are written into the image's partitions",
        ),
        key("hook", Kind::Table(hook), Nothing, "programs that help with the board"),
        key(
            "console",
            Kind::Table(console),
            Nothing,
            "what the node has to print after its restart",
        ),
        key(
            "retries",
            Kind::Number(0, MANY),
            Value("1"),
            "how often the node is tried again after a failure",
        ),
        key("verify", Kind::Word(checks), Value("\"best\""), "how what was written is verified"),
        key(
            "set-boot",
            Kind::Flag,
            Value("false"),
            "whether the SoC is set to start from where the image goes, as `flash --set-boot` does",
        ),
        key("restart", Kind::Flag, Value("true"), "whether the node is restarted at the end"),
        key(
            "rewrite",
            Kind::Flag,
            Value("false"),
            "whether what the storage already holds is written again",
        ),
        key(
            "wait",
            Kind::Time(0),
            Value("\"30s\""),
            "how long the board may take to show up at its port",
        ),
        key(
            "limit",
            Kind::Time(1),
            Value("\"30m\""),
            "how long the node may take in all, hooks and console included",
        ),
        key("group", Kind::Name, Nothing, "the group that it belongs to"),
        key("after", Kind::Texts, Nothing, "names of nodes that have to be done before it"),
    ]
}

/// The roles.
pub(super) fn file() -> Vec<Key> {
    let meaning = |role: Role| match role {
        Role::Loader => "the loader (Rockchip)",
        Role::Spl => "the first stage of U-Boot",
        Role::Uboot => "U-Boot, with or without its first stage",
        Role::Bl2 => "the first stage (Amlogic)",
        Role::Tpl => "what follows the first stage (Amlogic)",
        Role::Fip => "the boot loader as one file (Amlogic)",
        Role::Program => "the vendor's recovery program for a serial line (StarFive)",
        Role::Spi => "a boot loader for SPI flash",
    };
    let of = |role: Role| key(role.name(), Kind::Text, Nothing, meaning(role));
    Role::ALL.into_iter().map(of).collect()
}

/// The keys of a file for a partition.
pub(super) fn write() -> Vec<Key> {
    vec![
        key(
            "partition",
            Kind::Text,
            Required,
            "the partition's name in the image, or its number from 1 where no partition has that name",
        ),
        key("file", Kind::Text, Required, "the file, from the manifest's folder"),
        key(
            "as",
            Kind::Text,
            Words("raw, at the partition's start"),
            "its path in the FAT file system of the partition",
        ),
    ]
}

/// The hooks.
pub(super) fn hook() -> Vec<Key> {
    vec![
        key("recover", Kind::Program, Nothing, "puts the board into its recovery mode"),
        key("power-cycle", Kind::Program, Nothing, "turns the board off and on"),
        key("usb", Kind::Program, Nothing, "connects the board's USB with this computer"),
        key("limit", Kind::Time(1), Value("\"30s\""), "how long each of them may take"),
    ]
}

/// The keys of a console.
pub(super) fn console() -> Vec<Key> {
    vec![
        key("port", Kind::Text, Required, "the serial device of the node's console"),
        key(
            "baud",
            Kind::Number(300, 4_000_000),
            Words("the board's rate, where it is known; otherwise 115200"),
            "its rate in bit/s",
        ),
        key("expect", Kind::Text, Required, "text that shows that the node is up"),
        key("fail", Kind::Texts, Nothing, "texts that show that it failed"),
        key("limit", Kind::Time(1), Value("\"3m\""), "how long the node may take to print that"),
    ]
}

fn ways() -> Vec<&'static str> {
    Via::ASKED.map(Via::name).to_vec()
}

fn checks() -> Vec<&'static str> {
    Check::ALL.map(Check::name).to_vec()
}
