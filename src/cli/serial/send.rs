//! `serial send`: files to whatever asks for them.

use std::{path::PathBuf, time::Duration};

use ::link::{Source, StepId};
use serde_json::json;
use xmodem::{
    Failure, Profile, Sender,
    drive::{self, Announce, File, Text},
    wire::FileInfo,
};

use super::{Protocol, Receiver};
use crate::{
    failure::Problem,
    files::Input,
    report::{Answer, Report},
    transport::SerialLink,
};

/// How long the other side may take to ask.
const PATIENCE: Duration = Duration::from_secs(60);

/// Files that are open.
pub(super) struct Job {
    protocol: Protocol,
    receiver: Receiver,
    files: Vec<(String, Input)>,
}

impl Job {
    pub(super) fn prepare(
        protocol: Protocol,
        receiver: Receiver,
        files: &[PathBuf],
    ) -> anyhow::Result<Self> {
        if protocol != Protocol::Ymodem && files.len() > 1 {
            let text = "XMODEM takes one file; --protocol ymodem takes several";
            return Err(Problem::Usage(text.into()).into());
        }
        let files: anyhow::Result<Vec<_>> = files
            .iter()
            .map(|path| {
                let name = path.file_name().unwrap_or(path.as_os_str());
                Ok((name.to_string_lossy().into_owned(), Input::open(path)?))
            })
            .collect();
        let files = files?;
        for (name, file) in &files {
            check(protocol, name, file.size())?;
        }
        Ok(Self { protocol, receiver, files })
    }

    pub(super) fn plan(&self) -> Vec<String> {
        let how = match self.protocol {
            Protocol::Xmodem => "XMODEM",
            Protocol::Xmodem1k => "XMODEM-1K",
            Protocol::Ymodem => "YMODEM",
        };
        let files = self.files.iter();
        files.map(|(name, file)| format!("send {name}, {} bytes, by {how}", file.size())).collect()
    }

    pub(super) fn run(
        &mut self,
        link: &mut SerialLink,
        report: &mut Report,
        wait: Option<Duration>,
    ) -> anyhow::Result<Answer> {
        let sizes: Vec<_> = self.files.iter().map(|(_, file)| file.size()).collect();
        let total = sizes.iter().sum();
        let patience = wait.unwrap_or(PATIENCE);
        let profile = self.profile();
        let mut sender = match self.protocol {
            Protocol::Ymodem => Sender::ymodem(profile, sizes, patience),
            Protocol::Xmodem | Protocol::Xmodem1k => Sender::xmodem(profile, total, patience),
        };
        let names: Vec<_> = self.files.iter().map(|(name, _)| name.clone()).collect();
        let mut files: Vec<_> = self
            .files
            .iter_mut()
            .map(|(name, source)| File { name: name.clone(), source })
            .collect();
        let announce = Announce {
            step: StepId::SEND,
            waiting: "waiting for the board to ask for the file",
            sending: "sending",
        };
        let sent = drive::send_announced(
            link,
            &mut sender,
            &mut files,
            &mut Text::default(),
            report,
            announce,
        )?;
        if !sent.confirmed {
            return Err(drive::Error::Failed(Failure::EndUnconfirmed).into());
        }
        let seconds = (link.now().as_secs_f64() * 10.0).round() / 10.0;
        let text = format!("{total} bytes sent in {seconds} s, and confirmed");
        Ok(Answer::new(text, json!({"files": names, "bytes": total, "seconds": seconds})))
    }
}

impl Job {
    fn profile(&self) -> Profile {
        let profile = match self.receiver {
            Receiver::Any => Profile::LRZSZ,
            Receiver::Uboot => Profile::UBOOT,
            Receiver::Jh7110 => Profile::JH7110_ROM,
            Receiver::Jh7100 => Profile::JH7100,
        };
        if self.protocol == Protocol::Xmodem { profile.short_blocks() } else { profile }
    }
}

/// What YMODEM cannot tell is refused before anything is sent.
fn check(protocol: Protocol, name: &str, size: u64) -> anyhow::Result<()> {
    if protocol == Protocol::Ymodem {
        let info = FileInfo { name: name.into(), size: Some(size) };
        info.to_block().map_err(|error| Problem::BadInput(error.to_string()))?;
    }
    Ok(())
}
