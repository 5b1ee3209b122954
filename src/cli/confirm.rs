//! Asking before something is destroyed: one question for every command, in one sentence.

use std::io::{self, IsTerminal};

use link::Foreign;
use rockusb::gpt::{Place, Table};
use rustix::event::{PollFd, PollFlags, Timespec, poll};

use super::Options;
use crate::{
    failure::Problem,
    report::{self, Report},
    transport::Stop,
};

/// How often a question is interrupted to see whether the user wants to stop, in nanoseconds.
const LOOK: i64 = 50_000_000;
/// Bytes from the start of storage that tell what is on it: a GPT.
pub(super) const HEAD: u64 = rockusb::gpt::PRIMARY_SECTORS * rockusb::wire::SECTOR as u64;

/// Whether something may be destroyed: already allowed by the user, or to be asked.
pub(super) struct Consent<'c> {
    given: bool,
    can_ask: bool,
    /// The board, as messages call it.
    at: String,
    stop: &'c Stop,
}

/// What a command destroys.
#[derive(Default)]
pub(super) struct Loss {
    /// What it does, in the third person: `overwrites 20 sectors from sector 64`.
    pub(super) does: String,
    /// The storage, as far as it is known: `the eMMC (58 GiB)`.
    pub(super) storage: Option<String>,
    /// The board's SoC.
    pub(super) soc: Option<String>,
    /// What the storage holds: `a GPT with 2 partitions`.
    pub(super) holds: Option<String>,
}

impl Loss {
    /// A loss of which nothing else is known.
    pub(super) fn of(does: impl Into<String>) -> Self {
        Self { does: does.into(), ..Self::default() }
    }

    fn sentence(&self, at: &str) -> String {
        let storage = self.storage.as_ref().map(|storage| format!(" on {storage}"));
        let soc = self.soc.as_ref().map_or("the board", String::as_str);
        let holds = self.holds.as_ref().map(|holds| format!("; it holds {holds}"));
        let (storage, holds) = (storage.unwrap_or_default(), holds.unwrap_or_default());
        format!("this {}{storage} of {soc} {at}{holds}", self.does)
    }
}

impl<'c> Consent<'c> {
    /// Consent to what is done to the board that messages call `name`.
    pub(super) fn new(options: &Options, name: &str, stop: &'c Stop) -> Self {
        // A question is on stderr: where nobody sees it, nobody answers it.
        let can_ask = !options.json && io::stdin().is_terminal() && io::stderr().is_terminal();
        let at = match name.starts_with("virtual ") || name.starts_with("the recording ") {
            true => format!("({name})"),
            false => format!("at {name}"),
        };
        Self { given: options.yes, can_ask, at, stop }
    }

    /// Whether nothing but another command line can give it: then nothing has to be found out for a question.
    pub(super) fn is_hopeless(&self) -> bool {
        !self.given && !self.can_ask
    }

    /// Lets a command go ahead that destroys something: the user allowed it, or allows it now. Off a terminal it is refused.
    /// `loss` is found out only if there is a question.
    pub(super) fn ask(
        &self,
        report: &mut Report,
        loss: impl FnOnce() -> anyhow::Result<Loss>,
    ) -> anyhow::Result<()> {
        if self.given {
            return Ok(());
        }
        let sentence = loss()?.sentence(&self.at);
        if !self.can_ask {
            return Err(Problem::Unconfirmed(format!("{sentence}. Add --yes to do it")).into());
        }
        report.finish();
        let question = format!("{}. Continue? [y/N] ", capital(&sentence));
        report::ask(&question)?;
        match self.answer()?.trim().to_ascii_lowercase().as_str() {
            "y" | "yes" => Ok(()),
            _ => Err(Problem::Unconfirmed("the question was not answered with yes".into()).into()),
        }
    }

    /// Waits until a line was typed, or Ctrl-C.
    fn answer(&self) -> anyhow::Result<String> {
        let stdin = io::stdin();
        let limit = Timespec { tv_sec: 0, tv_nsec: LOOK };
        while !self.stop.asked() {
            let mut fds = [PollFd::new(&stdin, PollFlags::IN)];
            match poll(&mut fds, Some(&limit)) {
                Ok(0) | Err(rustix::io::Errno::INTR) => {}
                Ok(_) => {
                    let mut answer = String::new();
                    stdin.read_line(&mut answer)?;
                    return Ok(answer);
                }
                Err(error) => return Err(io::Error::from(error).into()),
            }
        }
        Err(Problem::Interrupted.into())
    }
}

fn capital(text: &str) -> String {
    let (first, rest) = text.split_at(text.chars().next().map_or(0, char::len_utf8));
    first.to_uppercase() + rest
}

/// What storage holds by its first [`HEAD`] bytes; `None`: nothing that is recognised.
pub(super) fn contents(head: &[u8]) -> Option<String> {
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
