//! Boards on ptys, each with a thread that carries its line.

use std::{
    sync::mpsc::{Receiver, channel},
    thread::{self, JoinHandle},
};

use anyhow::Context;
use serde_json::json;

use crate::{
    report::Report,
    transport::Stop,
    virt::{PtyServer, SerialSpec},
};

/// The lines of several boards.
pub(super) struct Lines {
    threads: Vec<JoinHandle<anyhow::Result<()>>>,
    notes: Receiver<(String, String)>,
}

impl Lines {
    /// Puts boards on ptys and says where they are. They are carried until the user stops.
    pub(super) fn start(
        boards: &[SerialSpec],
        stop: &Stop,
        report: &mut Report,
    ) -> anyhow::Result<Self> {
        let mut servers = Vec::new();
        for spec in boards {
            let name = spec.board.name.clone();
            let server = PtyServer::start(spec).with_context(|| format!("a pty for {name}"))?;
            let (path, link) = (server.path().display().to_string(), spec.pty.as_ref());
            let text = match link {
                Some(link) => format!("{name} is on {path} ({})", link.display()),
                None => format!("{name} is on {path}"),
            };
            report.event("serving", &text, &json!({"board": name, "pty": path, "link": link}));
            servers.push((name, server));
        }
        let (to, notes) = channel();
        let threads = servers.into_iter().map(|(name, server)| {
            let (to, stop) = (to.clone(), stop.clone());
            thread::spawn(move || {
                // Who hears them ends after every line has ended.
                let mut tell = |text: &str| drop(to.send((name.clone(), text.to_owned())));
                server.serve(&stop, &mut tell).with_context(|| name.clone())
            })
        });
        Ok(Self { threads: threads.collect(), notes })
    }

    /// Says what somebody at the bench would have noticed since the last call.
    pub(super) fn tell(&self, report: &mut Report) {
        for (who, text) in self.notes.try_iter() {
            let fields = json!({"who": who, "what": "note", "text": text});
            report.event("board", &format!("{who}: {text}"), &fields);
        }
    }

    /// Whether none is carried any more.
    pub(super) fn have_ended(&self) -> bool {
        self.threads.iter().all(JoinHandle::is_finished)
    }

    /// Waits until all have ended.
    pub(super) fn end(self, report: &mut Report) -> anyhow::Result<()> {
        self.tell(report);
        for line in self.threads {
            line.join().expect("carrying a line does not panic, by the tests of every board")?;
        }
        Ok(())
    }
}
