//! Asking before something is destroyed: one question for every command, in one sentence.

use std::{
    cell::RefCell,
    fmt::{self, Display, Formatter},
    io::{self, IsTerminal},
};

use rustix::event::{PollFd, PollFlags, Timespec, poll};

use super::Options;
use crate::{
    failure::Problem,
    plan::Loss,
    report::{self, Answer, Report},
    transport::Stop,
};

/// How often a question is interrupted to see whether the user wants to stop, in nanoseconds.
const LOOK: i64 = 50_000_000;

/// Whether something may be destroyed: already allowed by the user, or to be asked.
pub(super) struct Consent<'c> {
    given: bool,
    can_ask: bool,
    /// Nothing is to be done, only looked at.
    dry: bool,
    /// The board, as messages call it, once it is open.
    at: RefCell<String>,
    stop: &'c Stop,
}

/// A dry run has come to where the command would ask and begin to write: nothing that it looked at speaks against it.
#[derive(Debug)]
struct Reached;

impl Display for Reached {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.write_str("a dry run ends here")
    }
}

impl std::error::Error for Reached {}

/// The end of a dry run that looked at a board.
pub(super) fn looked(end: anyhow::Result<Answer>) -> anyhow::Result<()> {
    match end {
        Err(error) if !error.is::<Reached>() => Err(error),
        _ => Ok(()),
    }
}

impl<'c> Consent<'c> {
    /// Consent to what is done to the board that messages call `name`.
    pub(super) fn new(options: &Options, name: &str, stop: &'c Stop) -> Self {
        let consent = Self::unnamed(options, stop);
        consent.about(name);
        consent
    }

    /// The same, where the board is not open yet.
    pub(super) fn unnamed(options: &Options, stop: &'c Stop) -> Self {
        // A question is on stderr: if it is not seen, it cannot be answered.
        let can_ask = !options.json && io::stdin().is_terminal() && io::stderr().is_terminal();
        Self { given: options.yes, can_ask, dry: options.dry_run, at: RefCell::default(), stop }
    }

    /// The board is called that.
    pub(super) fn about(&self, name: &str) {
        *self.at.borrow_mut() =
            match name.starts_with("virtual ") || name.starts_with("the recording ") {
                true => format!("({name})"),
                false => format!("at {name}"),
            };
    }

    /// Whether nothing but another command line can give it: then nothing has to be found out for a question.
    pub(super) fn is_hopeless(&self) -> bool {
        self.dry || !self.given && !self.can_ask
    }

    /// Whether the board is only looked at.
    pub(super) fn is_dry(&self) -> bool {
        self.dry
    }

    /// Ends a dry run, which would go on by changing something.
    pub(super) fn end_dry(&self) -> anyhow::Result<()> {
        if self.dry { Err(Reached.into()) } else { Ok(()) }
    }

    /// Lets a command go ahead that destroys something: the user allowed it, or allows it now. Off a terminal it is refused.
    /// `loss` is found out only if there is a question.
    pub(super) fn ask(
        &self,
        report: &mut Report,
        loss: impl FnOnce() -> anyhow::Result<Loss>,
    ) -> anyhow::Result<()> {
        self.end_dry()?;
        if self.given {
            return Ok(());
        }
        let sentence = loss()?.sentence(&self.at.borrow());
        self.ask_so(report, &sentence)
    }

    /// The same with a sentence that says what is lost.
    pub(super) fn ask_so(&self, report: &mut Report, sentence: &str) -> anyhow::Result<()> {
        if self.given {
            return Ok(());
        }
        if !self.can_ask {
            return Err(Problem::Unconfirmed(format!("{sentence}. Add --yes to do it")).into());
        }
        report.finish();
        let question = format!("{}. Continue? [y/N] ", capital(sentence));
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
