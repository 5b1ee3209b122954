//! `serial console`: what the board says, and a wait for a text.

use std::{
    io::{self, Write},
    time::Duration,
};

use ::link::ByteLink;
use anyhow::anyhow;
use serde_json::json;

use super::keyboard::{Keyboard, LEAVE};
use crate::{
    cli::Options,
    failure::Problem,
    report::{Answer, Report},
    transport::SerialLink,
};

/// The longest look at the line before stdin and the user's wish to stop are looked at.
const LOOK: Duration = Duration::from_millis(100);
/// The longest for a line to leave.
const TYPED: Duration = Duration::from_secs(5);
/// A virtual board in this process has its own time, which passes without waiting; so it is listened to for this long.
const MODELLED: Duration = Duration::from_secs(60);

/// What is waited for.
pub(super) struct Job<'a> {
    expect: Option<&'a str>,
    or_fail: Option<&'a str>,
    limit: Option<Duration>,
    json: bool,
}

/// How the wait ended.
enum Ended<'a> {
    Expected(&'a str),
    Failed(&'a str),
    TimeUp,
    Stopped,
}

impl<'a> Job<'a> {
    pub(super) fn prepare(
        expect: Option<&'a str>,
        or_fail: Option<&'a str>,
        limit: Option<Duration>,
        options: &Options,
    ) -> anyhow::Result<Self> {
        if [expect, or_fail].contains(&Some("")) {
            return Err(Problem::Usage("an empty text is always there".into()).into());
        }
        Ok(Self { expect, or_fail, limit, json: options.json })
    }

    pub(super) fn plan(&self) -> Vec<String> {
        let mut lines = vec!["show what the board says".to_owned()];
        lines.extend(self.expect.map(|text| format!("end well at `{text}`")));
        lines.extend(self.or_fail.map(|text| format!("fail at `{text}`")));
        lines.extend(self.limit.map(|limit| format!("end after {} s", limit.as_secs_f32())));
        lines
    }

    pub(super) fn run(
        &mut self,
        link: &mut SerialLink,
        report: &mut Report,
    ) -> anyhow::Result<Answer> {
        if link.is_modelled() {
            self.limit.get_or_insert(MODELLED);
        }
        let mut said = Vec::new();
        let ended = self.listen(link, report, &mut said)?;
        let text = String::from_utf8_lossy(&said);
        let answer = |fields| Ok(Answer::new("", fields));
        match ended {
            Ended::Expected(words) => answer(json!({"expected": words, "said": text})),
            Ended::Failed(words) => Err(anyhow!("the board said `{words}`")),
            Ended::TimeUp => match self.expect {
                Some(words) => Err(Problem::Failed(format!("`{words}` did not come in time"))
                    .advised(
                        "give it longer with --limit, or reset the board and repeat the command",
                    )
                    .into()),
                None => answer(json!({"said": text})),
            },
            // Ctrl-C is how a console without an end is left.
            Ended::Stopped if self.expect.is_none() => answer(json!({"said": text})),
            Ended::Stopped => Err(Problem::Interrupted.into()),
        }
    }

    /// Shows what the board says until one of the texts comes, the time is up or the user has had enough.
    fn listen(
        &self,
        link: &mut SerialLink,
        report: &mut Report,
        said: &mut Vec<u8>,
    ) -> anyhow::Result<Ended<'a>> {
        let keyboard =
            if link.is_modelled() { None } else { Some(Keyboard::open(self.json, report)?) };
        let begin = link.now();
        let (mut seen, mut buf) = (0, [0; 4096]);
        loop {
            if link.pause(Duration::ZERO).is_err() {
                return Ok(Ended::Stopped);
            }
            if self.limit.is_some_and(|limit| link.now() - begin >= limit) {
                return Ok(Ended::TimeUp);
            }
            for typed in keyboard.iter().flat_map(Keyboard::typed) {
                if typed == [LEAVE] {
                    return Ok(Ended::Stopped);
                }
                link.write(&typed, TYPED)?;
            }
            let left = self.limit.map_or(LOOK, |limit| limit.saturating_sub(link.now() - begin));
            let count = link.read(&mut buf, left.min(LOOK))?.count;
            self.show(&buf[..count], report)?;
            said.extend(&buf[..count]);
            if let Some(ended) = self.judge(said, &mut seen) {
                return Ok(ended);
            }
        }
    }

    fn show(&self, bytes: &[u8], report: &mut Report) -> io::Result<()> {
        if bytes.is_empty() {
            return Ok(());
        }
        if self.json {
            let text = String::from_utf8_lossy(bytes);
            report.event("said", "", &json!({"text": text}));
            return Ok(());
        }
        let mut out = io::stdout().lock();
        out.write_all(bytes)?;
        out.flush()
    }

    /// Whether either text is there; the one that was said first counts. `seen`: so much was looked at before.
    fn judge(&self, said: &mut Vec<u8>, seen: &mut usize) -> Option<Ended<'a>> {
        let find = |text: Option<&'a str>| {
            let text = text?;
            let from = seen.saturating_sub(text.len());
            let place = said[from..].windows(text.len()).position(|piece| piece == text.as_bytes());
            Some((from + place?, text))
        };
        let (expected, failed) = (find(self.expect), find(self.or_fail));
        *seen = said.len();
        match (expected, failed) {
            (Some((good, _)), Some((bad, text))) if bad <= good => Some(Ended::Failed(text)),
            (Some((_, text)), _) => Some(Ended::Expected(text)),
            (None, Some((_, text))) => Some(Ended::Failed(text)),
            (None, None) => {
                forget(said, seen);
                None
            }
        }
    }
}

/// What is kept of what was said: enough for any answer, and not a day's worth of kernel messages.
fn forget(said: &mut Vec<u8>, seen: &mut usize) {
    const MOST: usize = 1 << 20;
    if said.len() > MOST {
        said.drain(..said.len() - MOST / 2);
        *seen = said.len();
    }
}
