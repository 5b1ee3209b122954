//! U-Boot itself: its version, its commands, its variables.

use alloc::{string::String, vec::Vec};

use crate::text::after;

/// A version, as `version` prints it: `U-Boot 2023.01+dfsg-2 (Jan 01 2023 - 00:00:00 +0000)`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Version {
    /// The release with what was added to it: `2023.01+dfsg-2`.
    pub name: String,
    /// Year and month of the release, where it is one of the project's: (2023, 1).
    pub release: Option<(u16, u8)>,
}

impl Version {
    /// Reads it. `None`: there is no line that begins like a version.
    pub fn parse(text: &str) -> Option<Self> {
        let name = after(text, "U-Boot ")?.split_whitespace().next()?;
        let release = name.split_once('.').and_then(|(year, rest)| {
            let month = rest.get(..2)?.parse().ok().filter(|month| (1..=12).contains(month))?;
            Some((year.parse().ok().filter(|year| (2008..2100).contains(year))?, month))
        });
        Some(Self { name: name.into(), release })
    }
}

/// The names of the commands that `help` lists, each with its words: `bdinfo    - print Board Info structure`.
pub fn commands(text: &str) -> Vec<&str> {
    let name = |line: &'_ str| -> Option<usize> {
        let name = line.split_once("- ")?.0.trim_end();
        (!name.is_empty() && !name.contains(char::is_whitespace)).then_some(name.len())
    };
    text.lines().filter_map(|line| name(line).map(|length| &line[..length])).collect()
}

/// The value of a variable that `printenv NAME` prints: `loadaddr=0x40200000`.
pub fn value<'t>(text: &'t str, name: &str) -> Option<&'t str> {
    let mut pairs = text.lines().filter_map(|line| line.split_once('='));
    pairs.find(|(key, _)| *key == name).map(|(_, value)| value.trim_end())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_are_of_the_project_or_of_vendors() {
        for (text, name, release) in [
            (
                "U-Boot 2023.01+dfsg-2+deb12u1 (Sep 19 2024)\n\ngcc (Debian)",
                "2023.01+dfsg-2+deb12u1",
                Some((2023, 1)),
            ),
            (
                "U-Boot 2021.10 (Dec 25 2022 - 16:08:18 +0800), Build: jenkins\n",
                "2021.10",
                Some((2021, 10)),
            ),
            ("U-Boot 2025.01-rc3-dirty (Jan 01 2025)", "2025.01-rc3-dirty", Some((2025, 1))),
            ("U-Boot next-20.1\n", "next-20.1", None),
            ("U-Boot 2025.13 (x)\n", "2025.13", None),
        ] {
            let version = Version::parse(text).expect(text);
            assert_eq!((version.name.as_str(), version.release), (name, release));
        }
        assert_eq!(Version::parse("Unknown command 'version' - try 'help'"), None);
    }

    #[test]
    fn commands_are_listed_by_name() {
        let text = include_str!("../tests/texts/help.txt");
        let names = commands(text);
        for name in ["?", "bdinfo", "crc32", "tftpboot", "virtio", "mw", "version"] {
            assert!(names.contains(&name), "{name} of {names:?}");
        }
        assert!(!names.contains(&"mmc"), "this machine has none");
        assert_eq!(names.len(), text.lines().filter(|line| !line.trim().is_empty()).count());
        assert_eq!(
            commands("extension - Extension board\nlongername- words - and more\n"),
            ["extension", "longername"]
        );
        assert_eq!(commands("two words - are no command"), [""; 0]);
    }

    #[test]
    fn variables_have_values() {
        assert_eq!(value("loadaddr=0x40200000\n", "loadaddr"), Some("0x40200000"));
        assert_eq!(value("bootcmd=setenv a b=c; run a\n", "bootcmd"), Some("setenv a b=c; run a"));
        assert_eq!(value("## Error: \"loadaddr\" not defined\n", "loadaddr"), None);
    }
}
