//! What is lost when storage is overwritten or erased: the words of the one question.

use link::{Foreign, storage::SECTOR};
use rockusb::gpt::{PRIMARY_SECTORS, Place, Table};

/// Bytes from the start of storage that tell what is on it: a GPT.
pub const HEAD: u64 = PRIMARY_SECTORS * SECTOR as u64;

/// What a command destroys.
#[derive(Clone, Debug, Default)]
pub struct Loss {
    /// What it does, in the third person: `overwrites 20 sectors from sector 64`.
    pub does: String,
    /// The storage, as far as it is known: `the eMMC (58 GiB)`.
    pub storage: Option<String>,
    /// The board's SoC.
    pub soc: Option<String>,
    /// What the storage holds: `a GPT with 2 partitions`.
    pub holds: Option<String>,
}

impl Loss {
    /// A loss of which nothing else is known.
    pub fn of(does: impl Into<String>) -> Self {
        Self { does: does.into(), ..Self::default() }
    }

    /// It as one sentence; `at` says where the board is: `at port 1-1`.
    pub fn sentence(&self, at: &str) -> String {
        let storage = self.storage.as_ref().map(|storage| format!(" on {storage}"));
        let soc = self.soc.as_ref().map_or("the board", String::as_str);
        let holds = self.holds.as_ref().map(|holds| format!("; it holds {holds}"));
        let (storage, holds) = (storage.unwrap_or_default(), holds.unwrap_or_default());
        format!("this {}{storage} of {soc} {at}{holds}", self.does)
    }
}

/// What storage holds by its first [`HEAD`] bytes; `None`: nothing that is recognised.
pub fn contents(head: &[u8]) -> Option<String> {
    match Table::parse(Place::primary(head)) {
        Ok(Some(table)) => {
            let count = table.partitions.len();
            let some: Vec<_> = table
                .partitions
                .iter()
                .take(5)
                .map(|part| Foreign(&part.name).to_string())
                .collect();
            let more = if count > some.len() { ", …" } else { "" };
            let s = if count == 1 { "" } else { "s" };
            Some(format!("a GPT with {count} partition{s} ({}{more})", some.join(", ")))
        }
        Err(_) => Some("a damaged GPT".into()),
        Ok(None) if head.get(510..512) == Some(&[0x55, 0xaa]) => Some("an MBR".into()),
        Ok(None) if !head.is_empty() && head.iter().all(|byte| *byte == 0) => {
            Some("zeros where a partition table would be".into())
        }
        Ok(None) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_loss_is_one_sentence() {
        let loss = Loss {
            does: "overwrites 20 sectors from sector 64".into(),
            storage: Some("emmc (58 GiB)".into()),
            soc: Some("the RK3588".into()),
            holds: Some("an MBR".into()),
        };
        assert_eq!(
            loss.sentence("at port 1-1"),
            "this overwrites 20 sectors from sector 64 on emmc (58 GiB) of the RK3588 at port 1-1; it holds an MBR"
        );
        assert_eq!(
            Loss::of("erases the keys").sentence("at port 1-1"),
            "this erases the keys of the board at port 1-1"
        );
    }

    #[test]
    fn what_storage_holds_shows_in_its_first_sectors() {
        let mut head = vec![0; HEAD as usize];
        assert_eq!(contents(&head).as_deref(), Some("zeros where a partition table would be"));
        head[510..512].copy_from_slice(&[0x55, 0xaa]);
        assert_eq!(contents(&head).as_deref(), Some("an MBR"));
        head[512..520].copy_from_slice(b"EFI PART");
        assert_eq!(contents(&head).as_deref(), Some("a damaged GPT"));
        assert_eq!(contents(&[0xcc; HEAD as usize]), None);
        assert_eq!(contents(&[]), None);
    }
}
