//! U-Boot's prompt as a conversation: a command, its output, its status.
//!
//! A command is typed without its end; only when the prompt has shown it back letter for letter is it executed. So a
//! damaged byte never becomes another command.

use alloc::{format, string::String};
use core::time::Duration;

use super::{Cause, Console, Error, Step};
use crate::{memory::Sum, text::readable};

const INTERRUPT: &[u8] = b"\x03";
/// The silence that ends what a prompt has to say, where nothing else tells.
const CALM: Duration = Duration::from_millis(60);
/// The longest that is waited for that silence.
const NOISE: Duration = Duration::from_secs(2);
/// What prompts end with: `=> `, `StarFive # `.
const PROMPTS: [&[u8]; 2] = [b"> ", b"# "];
/// How often something is typed.
const TRIES: u32 = 4;
/// The longest until a typed letter is echoed.
const ECHO: Duration = Duration::from_secs(2);

/// What a command printed, and its status.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Output {
    /// Its lines.
    pub text: String,
    /// `$?`; 0 is success.
    pub status: u32,
}

impl Output {
    /// Whether U-Boot does not have the command.
    pub fn is_unknown(&self) -> bool {
        self.text.contains("Unknown command")
    }
}

/// A U-Boot at its prompt.
pub struct Prompt<'c, 'a> {
    pub(super) console: &'c mut Console<'a>,
    pub(super) number: u32,
}

impl<'c, 'a> Prompt<'c, 'a> {
    /// Makes sure that a prompt answers.
    ///
    /// # Errors
    /// When the line fails, and when the board does not answer in time or as it should.
    pub fn open(console: &'c mut Console<'a>) -> Result<Self, Error> {
        console.set_step(Step::PROMPT);
        let mut prompt = Self { console, number: 0 };
        for _ in 0..TRIES {
            prompt.interrupt()?;
            if prompt.console.asks_for_program() {
                return Err(prompt.console.error(Cause::AsksForProgram));
            }
            match prompt.try_run("echo", Duration::from_secs(3)) {
                Err(Error { cause: Cause::Echo { .. } | Cause::Missing(_), .. }) => {}
                Err(error) => return Err(error),
                Ok(_) => return Ok(prompt),
            }
        }
        let cause = match prompt.console.heard() {
            heard if heard.trim().is_empty() => Cause::Silence,
            _ if prompt.console.garbled() => Cause::Garbage,
            _ => prompt.console.missing("U-Boot's prompt"),
        };
        Err(prompt.console.error(cause))
    }

    /// A prompt that answered before, on this line: nothing is asked.
    pub fn answered(console: &'c mut Console<'a>) -> Self {
        Self { console, number: 0 }
    }

    /// The console below.
    pub fn console(&mut self) -> &mut Console<'a> {
        self.console
    }

    /// Ctrl-C: an empty line, whatever stood there.
    ///
    /// # Errors
    /// When the line fails, and when the board does not answer in time or as it should.
    pub fn interrupt(&mut self) -> Result<(), Error> {
        self.console.say(INTERRUPT)?;
        self.console.settle(CALM * 4, Duration::from_secs(3))?;
        self.console.forget();
        Ok(())
    }

    /// Runs a command that may take `limit`. Its status is reported, not judged.
    ///
    /// # Errors
    /// When the line fails, and when the board does not answer in time or as it should.
    pub fn run(&mut self, command: &str, limit: Duration) -> Result<Output, Error> {
        self.console.set_step(Step::COMMAND);
        self.try_run(command, limit)
    }

    /// Runs a command that must succeed, as part of `step`.
    ///
    /// # Errors
    /// When the line fails, and when the board does not answer in time or as it should.
    pub fn must(&mut self, step: Step, command: &str, limit: Duration) -> Result<String, Error> {
        self.console.set_step(step);
        let output = self.try_run(command, limit)?;
        if output.status == 0 {
            return Ok(output.text);
        }
        let Output { text, status } = output;
        Err(self.console.error(Cause::Failed { command: command.into(), status, output: text }))
    }

    /// Runs a command that does no harm when it is done twice, again if its output or its status was damaged: `read`
    /// finds in it what is wanted.
    ///
    /// # Errors
    /// When the line fails, and when the board does not answer in time or as it should.
    pub fn ask<T>(
        &mut self,
        step: Step,
        command: &str,
        limit: Duration,
        read: impl Fn(&str) -> Option<T>,
    ) -> Result<T, Error> {
        let (mut last, mut failed) = (None, false);
        for _ in 0..TRIES {
            match self.must(step, command, limit) {
                Ok(text) => match read(&text) {
                    Some(value) => return Ok(value),
                    None => {
                        last = Some(Cause::Unexpected { command: command.into(), output: text })
                    }
                },
                Err(Error { cause: cause @ Cause::Missing(_), .. }) => {
                    self.interrupt()?;
                    last = Some(cause);
                }
                Err(error @ Error { cause: Cause::Failed { .. }, .. }) if !failed => {
                    failed = true;
                    last = Some(error.cause);
                }
                // It was executed before, if no end came then.
                Err(Error { cause: Cause::Echo { .. }, .. })
                    if matches!(last, Some(Cause::Missing(_))) =>
                {
                    break;
                }
                Err(error) => return Err(error),
            }
        }
        Err(self.console.error(last.unwrap_or(Cause::Missing("an answer"))))
    }

    /// Has U-Boot sum `bytes` bytes of memory, which may take `limit`: their CRC-32.
    ///
    /// # Errors
    /// When the line fails, and when the board does not answer in time or as it should.
    pub fn sum(
        &mut self,
        step: Step,
        address: u64,
        bytes: u64,
        limit: Duration,
    ) -> Result<u32, Error> {
        let command = format!("crc32 {address:#x} {bytes:#x}");
        let sum = |text: &str| Sum::parse(text).filter(|sum| sum.is_of(address, bytes));
        self.ask(step, &command, limit, sum).map(|sum| sum.crc)
    }

    fn try_run(&mut self, command: &str, limit: Duration) -> Result<Output, Error> {
        self.start(command)?;
        self.finish(limit)
    }

    /// Types a command and has it executed; what it does comes next on the console.
    ///
    /// # Errors
    /// When the line fails, and when the board does not answer in time or as it should.
    pub fn start(&mut self, command: &str) -> Result<(), Error> {
        self.number += 1;
        let line = format!("{command}; echo rf{}:$?.", self.number);
        let mut came = String::new();
        for _ in 0..TRIES {
            self.drain()?;
            self.console.say(line.as_bytes())?;
            if self.echoed(&line)? {
                return self.console.say(b"\r");
            }
            came = readable(self.console.pending());
            self.interrupt()?;
        }
        Err(self.console.error(Cause::Echo { command: command.into(), came }))
    }

    /// Forgets what came while nobody listened. What still comes would be in what the prompt shows back.
    fn drain(&mut self) -> Result<(), Error> {
        let (mut left, mut more) = (NOISE, true);
        while more && !left.is_zero() {
            let (waited, any) = self.console.listen(Duration::ZERO)?;
            (left, more) = (left.saturating_sub(waited), any);
        }
        self.console.forget();
        Ok(())
    }

    /// Waits until the prompt is there again after a command.
    fn returned(&mut self) -> Result<(), Error> {
        let is_prompt = |text: &[u8]| {
            text.starts_with(b"\r\n") && PROMPTS.iter().any(|prompt| text.ends_with(prompt))
        };
        self.console.settle_before(CALM, NOISE, is_prompt)?;
        self.console.forget();
        Ok(())
    }

    /// Whether the prompt shows the line, and nothing more, back.
    fn echoed(&mut self, line: &str) -> Result<bool, Error> {
        // A letter renews the wait, but a drip of them does not make it endless.
        let (mut left, mut all) = (ECHO, ECHO * 5);
        while self.console.pending().len() < line.len() && !left.is_zero() {
            let (waited, any) = self.console.listen(left)?;
            all = all.saturating_sub(waited);
            left = if any { ECHO } else { left.saturating_sub(waited) }.min(all);
        }
        self.console.settle(CALM / 3, Duration::from_secs(1))?;
        let same = self.console.pending() == line.as_bytes();
        if same {
            self.console.forget();
        }
        Ok(same)
    }

    /// Waits for the end of the command that was started.
    ///
    /// # Errors
    /// When the line fails, and when the board does not answer in time or as it should.
    pub fn finish(&mut self, limit: Duration) -> Result<Output, Error> {
        let marker = format!("rf{}:", self.number);
        let Some(found) = self.console.wait_for(&[&marker], limit)? else {
            return Err(self.console.error(Cause::Missing("the end of the command")));
        };
        let status = self
            .console
            .wait_for(&["."], Duration::from_secs(1))?
            .and_then(|found| found.before.parse().ok());
        let text = found.before.trim().replace('\r', "");
        self.returned()?;
        match status {
            Some(status) => Ok(Output { text, status }),
            None => Err(self.console.error(Cause::Missing("the status of the command"))),
        }
    }
}
