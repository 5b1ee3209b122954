//! sunxi-fel's words.

use crate::cli::peers::{Word, Words};

/// What each means here.
pub(in crate::cli) const PEERS: Words = &[
    ("ver", Word::Ours("identify")),
    ("version", Word::Ours("identify")),
    ("uboot", Word::Ours("boot")),
    ("exec", Word::Ours("memory run … --no-return")),
    ("exe", Word::Ours("memory run … --no-return")),
    ("execute", Word::Ours("memory run … --no-return")),
    ("reset64", Word::Ours("memory run … --aarch64")),
    ("wdreset", Word::Ours("reset")),
    ("hexdump", Word::Ours("memory hexdump")),
    ("hex", Word::Ours("memory hexdump")),
    ("dump", Word::Ours("memory read … -")),
    ("readl", Word::Ours("memory readl")),
    ("writel", Word::Ours("memory writel")),
    ("fill", Word::Ours("memory fill")),
    ("clear", Word::Ours("memory fill … 0")),
    ("write-with-progress", Word::Ours("memory write")),
    ("multi", Word::Ours("memory write --files")),
    ("multiwrite", Word::Ours("memory write --files")),
    ("sid-registers", Word::Ours("sid --registers")),
    ("sid-dump", Word::Ours("sid --dump")),
    ("memmove", Word::Missing(MEMMOVE)),
    ("spiflash-info", Word::Ours("spiflash info")),
    ("spiflash-read", Word::Ours("spiflash read")),
    ("spiflash-write", Word::Ours("spiflash write")),
    ("write-with-gauge", Word::Missing(GAUGE)),
    ("write-with-xgauge", Word::Missing(GAUGE)),
    ("multi-with-gauge", Word::Missing(GAUGE)),
    ("multi-with-xgauge", Word::Missing(GAUGE)),
    ("multiwrite-with-gauge", Word::Missing(GAUGE)),
    ("multiwrite-with-xgauge", Word::Missing(GAUGE)),
    ("echo-gauge", Word::Missing(GAUGE)),
];

const MEMMOVE: &[(&str, &str)] = &[
    ("memory read ADDR LEN FILE", "reads it into a file"),
    ("memory write ADDR FILE", "writes it to the other place"),
];
const GAUGE: &[(&str, &str)] =
    &[("memory write ADDR FILE --json", "prints its progress, one JSON object per line")];

#[cfg(test)]
mod tests {
    use super::*;

    /// The commands of sunxi-fel 1.4.2, as its help lists them, that have another name here.
    #[test]
    fn every_word_of_its_help_is_known() {
        for word in [
            "uboot",
            "hexdump",
            "hex",
            "dump",
            "exec",
            "exe",
            "execute",
            "reset64",
            "wdreset",
            "memmove",
            "readl",
            "writel",
            "ver",
            "version",
            "clear",
            "fill",
            "sid-registers",
            "sid-dump",
            "spiflash-info",
            "spiflash-read",
            "spiflash-write",
            "write-with-progress",
            "write-with-gauge",
            "write-with-xgauge",
            "multi",
            "multiwrite",
            "multi-with-gauge",
            "multi-with-xgauge",
            "multiwrite-with-gauge",
            "multiwrite-with-xgauge",
            "echo-gauge",
        ] {
            assert!(PEERS.iter().any(|(known, _)| *known == word), "{word}");
        }
    }
}
