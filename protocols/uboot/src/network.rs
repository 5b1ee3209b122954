//! The network: how `tftpboot` and `ping` ended.

use alloc::string::String;

use crate::text::{after, hex};

/// How `tftpboot` ended.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Fetch {
    /// All of the file arrived: this many bytes.
    Done(u64),
    /// The server refused, with this code and in these words.
    Refused {
        /// The code of RFC 1350; 1 is "file not found".
        code: u16,
        /// The server's words.
        words: String,
    },
    /// The address is reserved: U-Boot itself, firmware or a device tree is there.
    Reserved,
    /// The server's computer did not answer a question for its MAC address.
    Unreachable,
    /// Packets of the file, or the answer to the request, did not come.
    NoAnswer,
    /// The Ethernet PHY does not answer.
    NoPhy,
    /// No cable, or nothing at its other end.
    NoLink,
    /// U-Boot has no driver for Ethernet hardware of this board, or none for what is plugged in.
    NoEthernet,
    /// This variable is not set: `ipaddr`, `serverip` or `ethaddr`.
    NotSet(String),
    /// A key ended it.
    Aborted,
}

/// Words of failures. The first one in this table counts: what comes before an outcome in time is further down.
const FAILURES: [(&str, Fetch); 19] = [
    ("trying to overwrite reserved memory", Fetch::Reserved),
    ("ARP Retry count exceeded", Fetch::Unreachable),
    ("No ethernet found", Fetch::NoEthernet),
    ("Could not initialize PHY", Fetch::NoPhy),
    ("Could not get PHY", Fetch::NoPhy),
    ("phy_connect() failed", Fetch::NoPhy),
    ("PHY reset timed out", Fetch::NoPhy),
    ("PHY not found", Fetch::NoPhy),
    // The clock that this reset waits for comes from the PHY (`dwc_eth_qos.c`, `designware.c`).
    ("EQOS_DMA_MODE_SWR stuck", Fetch::NoPhy),
    ("DMA reset timeout", Fetch::NoPhy),
    ("TIMEOUT !", Fetch::NoLink),
    ("TIMEOUT!", Fetch::NoLink),
    ("No link", Fetch::NoLink),
    ("link not up", Fetch::NoLink),
    ("Link not detected", Fetch::NoLink),
    ("PHY link up timeout", Fetch::NoLink),
    ("Retry count exceeded", Fetch::NoAnswer),
    ("Timeout!", Fetch::NoAnswer),
    ("\nAbort", Fetch::Aborted),
];

impl Fetch {
    /// Finds it in what `tftpboot` printed. `None`: none of the known words is there, or the count of bytes is damaged.
    pub fn parse(text: &str) -> Option<Self> {
        if let Some(rest) = after(text, "Bytes transferred = ") {
            return count(rest).map(Self::Done);
        }
        if let Some(name) = unset(text) {
            return Some(Self::NotSet(name.into()));
        }
        let known = FAILURES.into_iter().find(|(words, _)| text.contains(words));
        known.map(|(_, fetch)| fetch).or_else(|| refused(text))
    }
}

/// The number in `8192 (2000 hex)`, which is there twice.
fn count(text: &str) -> Option<u64> {
    let (bytes, rest) = text.split_once(" (")?;
    let (again, _) = rest.split_once(" hex)")?;
    let bytes = bytes.parse().ok()?;
    (hex(again) == Some(bytes)).then_some(bytes)
}

/// The variable in ``*** ERROR: `serverip' not set``, or in `error: serverip has to be set` of the network stack lwIP.
fn unset(text: &str) -> Option<&str> {
    let name = after(text, "*** ERROR: `").and_then(|rest| {
        let (name, rest) = rest.split_once('\'')?;
        rest.starts_with(" not set").then_some(name)
    });
    name.or_else(|| {
        let (name, _) = after(text, "error: ")?.split_once(" has to be set")?;
        // Of the two names that lwIP gives the second is the usual one.
        name.rsplit('/').next()
    })
}

/// `TFTP error: 'File not found' (1)`, or `TFTP error: 1 (File not found)` of the network stack lwIP.
fn refused(text: &str) -> Option<Fetch> {
    let line = after(text, "TFTP error: ")?.lines().next()?;
    let (first, second) = line.rsplit_once(" (")?;
    let second = second.trim_end().strip_suffix(')')?;
    let quoted = first.strip_prefix('\'').and_then(|words| words.strip_suffix('\''));
    let (code, words) = match quoted {
        Some(words) => (second, words),
        None => (first, second),
    };
    Some(Fetch::Refused { code: code.parse().ok()?, words: words.into() })
}

/// Whether `ping` found `host` alive; `None`: it says neither.
pub fn is_alive(text: &str, host: &str) -> Option<bool> {
    let (_, rest) = text.split_once("host ")?;
    let (who, words) = rest.split_once(" is ")?;
    match words.split_whitespace().next()? {
        "alive" if who == host => Some(true),
        "not" if who == host => Some(false),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use alloc::format;

    #[test]
    fn a_whole_file_is_counted_twice() {
        let text = include_str!("../tests/texts/tftpboot.txt");
        assert_eq!(Fetch::parse(text), Some(Fetch::Done(100_000)));
        assert_eq!(Fetch::parse(&text.replace("186a0", "186a1")), None, "a digit is damaged");
        assert_eq!(Fetch::parse(&text.replace(" hex)", "")), None);
    }

    #[test]
    fn failures_are_told_apart() {
        let head = "Using virtio-net#0 device\nTFTP from server 10.0.2.2; our IP address is 10.0.2.15\n\
                    Filename 'x'.\nLoad address: 0x84000000\nLoading: *\x08";
        for (tail, fetch) in [
            ("\nTFTP error: trying to overwrite reserved memory...\n", Fetch::Reserved),
            ("T T T T \nRetry count exceeded; starting again\n", Fetch::NoAnswer),
            ("\nARP Retry count exceeded; starting again\n", Fetch::Unreachable),
            ("\nAbort\n", Fetch::Aborted),
        ] {
            assert_eq!(Fetch::parse(&format!("{head}{tail}")), Some(fetch), "{tail}");
        }
        for (text, fetch) in [
            ("Could not initialize PHY ethernet@2800000", Fetch::NoPhy),
            (
                "Could not get PHY for ethernet@16030000: addr 0\nphy_connect() failed\nFAILED: -19",
                Fetch::NoPhy,
            ),
            ("EQOS_DMA_MODE_SWR stuck\nFAILED: -110", Fetch::NoPhy),
            (
                "ethernet@16030000 Waiting for PHY auto negotiation to complete......... TIMEOUT !\n",
                Fetch::NoLink,
            ),
            ("ethernet@1c30000: No link.\n", Fetch::NoLink),
            ("No ethernet found.\n", Fetch::NoEthernet),
            ("*** ERROR: `ipaddr' not set\n", Fetch::NotSet("ipaddr".into())),
            ("*** ERROR: `ethaddr' not set\n", Fetch::NotSet("ethaddr".into())),
            ("error: tftpserverip/serverip has to be set\n", Fetch::NotSet("serverip".into())),
        ] {
            assert_eq!(Fetch::parse(text), Some(fetch), "{text}");
        }
        assert_eq!(Fetch::parse(head), None, "it is not over");
        assert_eq!(Fetch::parse(""), None);
    }

    #[test]
    fn a_servers_refusal_has_its_words() {
        let refused = |code, words: &str| Some(Fetch::Refused { code, words: words.into() });
        let parse =
            |text: &str| Fetch::parse(&format!("Loading: *\x08\n{text}\nNot retrying...\n"));
        assert_eq!(parse("TFTP error: 'File not found' (1)"), refused(1, "File not found"));
        assert_eq!(parse("TFTP error: 'it's (not) there' (0)"), refused(0, "it's (not) there"));
        assert_eq!(parse("TFTP error: 1 (File not found)"), refused(1, "File not found"));
        assert_eq!(parse("TFTP error: 'File not found' (x)"), None);
    }

    #[test]
    fn a_ping_is_of_the_host_that_was_asked() {
        let text = "Using virtio-net#0 device\nhost 10.0.2.2 is alive\n";
        assert_eq!(is_alive(text, "10.0.2.2"), Some(true));
        assert_eq!(is_alive("ping failed; host 10.0.2.9 is not alive\n", "10.0.2.9"), Some(false));
        assert_eq!(is_alive(text, "10.0.2.20"), None);
        assert_eq!(is_alive("No ethernet found.\n", "10.0.2.2"), None);
    }
}
