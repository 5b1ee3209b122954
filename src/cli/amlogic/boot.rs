//! `boot`: from whatever stage a board is in to the vendor's U-Boot.

mod files;
mod places;

use std::time::Duration;

use amlogic::{
    adnl::{
        host::{Adnl, Expect, Progress},
        wire::Identify,
    },
    families::{Family, Flow},
    image::Layout,
    optimus::{
        self,
        host::{Boot, Booted, Extra, Optimus},
        wire::{Identity, Stage},
    },
};
use anyhow::Context as _;
use link::{Fault, UsbLink, Watch};
use serde_json::json;

use super::{Context, Identification};
use crate::{
    cli::lost::of_file,
    failure::Problem,
    family::amlogic::Program,
    files::{
        Input,
        memory_file::{AddressedFile, MemoryFile},
    },
    report::Answer,
    session::is_amlogic,
};
use files::Files;

/// How often a board may leave and come back on the way: twice was seen on an S905X5.
const RETURNS: u32 = 4;
/// How often it is looked whether a board has left that does not come back, and how long between.
const LOOKS: (u32, Duration) = (50, Duration::from_millis(100));

/// What is said of files that nothing here can read.
const UNCHECKED: &str = "the boot files are encrypted: nothing in them was checked, only the board can tell whether they are its own";

/// Where mainline's U-Boot looks for a script on these boards (`scriptaddr` in its meson64.h).
const SCRIPT: u32 = 0x0800_0000;

pub(super) struct Job {
    files: Files,
    loads: Vec<MemoryFile>,
    mainline: bool,
}

impl Job {
    pub(super) fn prepare(
        paths: &[std::path::PathBuf],
        writes: &[AddressedFile],
        mainline: bool,
        encrypted: bool,
    ) -> anyhow::Result<Self> {
        let files = Files::read(paths, encrypted)?;
        let open = |placed: &AddressedFile| {
            let mut load = MemoryFile::open(placed.address, &placed.path)?;
            load.check(&placed.path).map(|_| load)
        };
        let loads = writes.iter().map(open).collect::<anyhow::Result<Vec<_>>>()?;
        places::check(&loads)?;
        Ok(Self { files, loads, mainline })
    }

    /// The same with commands for a mainline U-Boot, which carries out what lies there when it came over USB.
    pub(super) fn with_script(mut self, commands: &str) -> Result<Self, Problem> {
        if commands.trim().is_empty() {
            return Err(Problem::Usage("--script: there are no commands in it".into()));
        }
        let input = Input::Bytes(fel::uimage::script(commands));
        self.loads.push(MemoryFile { name: "boot script".into(), address: SCRIPT, input });
        places::check(&self.loads)?;
        Ok(Self { mainline: true, ..self })
    }

    /// The same with boot files that lie in memory, under their names.
    pub(super) fn of(files: Vec<(String, Vec<u8>)>, encrypted: bool) -> anyhow::Result<Self> {
        Ok(Self { files: Files::of(files, encrypted)?, loads: Vec::new(), mainline: false })
    }

    pub(super) fn plan(&self) -> Vec<String> {
        let mut lines = vec!["ask the board who it is, and begin where it is".to_owned()];
        lines.extend(self.files.plan());
        lines.extend(self.loads.iter().map(MemoryFile::plan));
        lines.push("start U-Boot".into());
        lines.extend(self.lost().map(|does| format!("U-Boot then {does}")));
        if !self.mainline {
            lines.push("wait until it is back on its port, and ask it who it is".into());
        }
        lines
    }

    /// What of the board's storage is lost by what U-Boot is to carry out, in words.
    pub(super) fn lost(&self) -> Option<String> {
        self.loads.iter().find_map(of_file)
    }

    pub(super) fn run(self, context: &mut Context<'_>) -> anyhow::Result<Answer> {
        let who = context.who()?;
        if who.is_uboot() {
            return self.already(&who);
        }
        match who.program {
            Program::Optimus(_) => self.optimus(&who, context),
            Program::Adnl(identify) => self.adnl(identify, context),
        }
    }

    /// The vendor's U-Boot runs: nothing is sent.
    fn already(&self, who: &Identification) -> anyhow::Result<Answer> {
        if !self.loads.is_empty() {
            let text = "the vendor's U-Boot runs already: nothing was sent; `amlogic write` puts files into its memory";
            return Err(Problem::Refused(text.into()).into());
        }
        Ok(answer(who.soc(), "uboot", true))
    }

    fn optimus(
        mut self,
        who: &Identification,
        context: &mut Context<'_>,
    ) -> anyhow::Result<Answer> {
        let encrypted = self.files.encrypted;
        let layout = if encrypted { None } else { Some(self.files.layout()?) };
        let family = family(who, layout, context.soc)?;
        if !self.loads.is_empty() && matches!(family.flow, Flow::G12 { .. }) {
            let text = format!(
                "--write and --script: {} has no DRAM before U-Boot runs, so that nothing can be put there first",
                family.name
            );
            return Err(Problem::Refused(text).into());
        }
        places::check_boot(&self.loads, family.flow, self.files.tpl_length())?;
        if let Some(does) = self.lost() {
            context.confirm(who, does, |_| Ok(()))?;
        }
        let mut extras: Vec<_> = self
            .loads
            .iter_mut()
            .map(|load| Extra { name: &load.name, address: load.address, source: &mut load.input })
            .collect();
        let image = self.files.image()?;
        let mut job = Boot {
            family,
            image,
            encrypted,
            password: context.password.as_deref(),
            extras: &mut extras,
        };
        if encrypted {
            context.report.note(UNCHECKED);
        }
        let mut soc = Optimus::new(&mut context.board.link);
        match optimus::host::boot::boot(&mut soc, &mut job, context.report)? {
            Booted::Already => Ok(answer(who.soc(), "uboot", true)),
            Booted::Started(_) if self.mainline => {
                left(context)?;
                context.report.note("U-Boot was started; mainline's does not speak this protocol");
                Ok(started(family, "left", encrypted))
            }
            Booted::Started(within) => {
                come_back(context, within)?;
                Ok(started(family, "uboot", encrypted))
            }
        }
    }

    fn adnl(self, identify: Identify, context: &mut Context<'_>) -> anyhow::Result<Answer> {
        if self.files.encrypted {
            let text =
                "--encrypted is for boards before the S905X4; files of newer ones need no option";
            return Err(Problem::Usage(text.into()).into());
        }
        if !self.loads.is_empty() || self.mainline {
            let text = "--write, --script and --mainline: BL2 of this board takes nothing but what it asks for";
            return Err(Problem::Refused(text.into()).into());
        }
        self.files.check_adnl(identify)?;
        loop {
            let (mut first, mut second) = self.files.parts();
            let mut adnl = Adnl::new(&mut context.board.link);
            match adnl.advance(&mut first, &mut second, context.report)? {
                Progress::Ready(_) => break,
                Progress::Expect(expect) => settle(context, &expect)?,
            }
        }
        context.report.note("the vendor's U-Boot runs");
        let who = Identification::ask(context.board)?;
        Ok(answer(who.soc(), "uboot", false))
    }
}

/// Waits for the next program, whether the board leaves its bus on the way or not.
fn settle(context: &mut Context<'_>, expect: &Expect) -> anyhow::Result<()> {
    let mut returns = 0;
    loop {
        match Adnl::new(&mut context.board.link).settle(expect) {
            Err(error) if error.fault() == Some(Fault::Gone) && returns < RETURNS => returns += 1,
            other => return Ok(other.map(|_| ())?),
        }
        let after = || format!("waiting for what comes after {}", expect.from);
        context.board.reconnect(is_amlogic, expect.within, context.stop).with_context(after)?;
    }
}

/// Waits for the vendor's U-Boot.
fn come_back(context: &mut Context<'_>, within: Duration) -> anyhow::Result<()> {
    let waiting = "waiting for the vendor's U-Boot (mainline's does not come back: --mainline says that it is one)";
    context.board.reconnect(is_amlogic, within, context.stop).context(waiting)?;
    let found = context.optimus().identify()?.stage;
    if found == Stage::Uboot {
        context.report.note("the vendor's U-Boot runs");
        return Ok(());
    }
    Err(missing(found, "the vendor's U-Boot in its burn mode").into())
}

/// U-Boot was started, and somebody else is there.
fn missing(found: Stage, wanted: &'static str) -> optimus::host::Error {
    let cause = optimus::host::Cause::Stage { found, wanted };
    optimus::host::Error { step: optimus::host::Step::Uboot, request: None, cause, done: None }
}

/// Makes sure that who was there before U-Boot does not answer any more.
fn left(context: &mut Context<'_>) -> anyhow::Result<()> {
    let mut found = Stage::Rom;
    for _ in 0..LOOKS.0 {
        match context.optimus().identify() {
            Ok(Identity { stage, .. }) => found = stage,
            Err(error) if error.fault() == Some(Fault::Stopped) => return Err(error.into()),
            Err(_) => return Ok(()),
        }
        context.board.link.pause(LOOKS.1)?;
    }
    Err(missing(found, "U-Boot, which leaves the bus").into())
}

fn answer(soc: Option<String>, stage: &str, already: bool) -> Answer {
    let text = if already { "the vendor's U-Boot runs already: nothing was sent" } else { "" };
    Answer::new(text, json!({"soc": soc, "stage": stage, "already": already}))
}

/// U-Boot was started by files that could be checked, or not.
fn started(family: &Family, stage: &str, encrypted: bool) -> Answer {
    let mut answer = answer(Some(family.name.into()), stage, false);
    answer.fields["checked"] = json!(!encrypted);
    answer
}

/// The family whose way to U-Boot is gone: the one that the user names, or that the board tells.
fn family(
    who: &Identification,
    layout: Option<Layout>,
    soc: Option<&'static Family>,
) -> Result<&'static Family, Problem> {
    let told = soc.map_or_else(|| who.families.clone(), |soc| vec![soc]);
    let Some(first) = told.first() else {
        let text = format!("the board does not tell its SoC ({}): name it with --soc", who.line());
        return Err(Problem::Refused(text));
    };
    let fits = |family: &&&Family| layout.is_none_or(|layout| layout.is_for(family));
    let Some(fit) = told.iter().find(fits) else {
        let names: Vec<_> = told.iter().map(|family| family.name).collect();
        let files = layout.map_or_else(String::new, |layout| layout.to_string());
        let text = format!("the files are for {files}, the board is {}", names.join(" or "));
        return Err(Problem::Refused(text));
    };
    // GXL and GXM, for one, start the same way.
    if told.iter().any(|family| family.flow != first.flow) {
        let names: Vec<_> = told.iter().map(|family| family.name).collect();
        let text = format!("the board is {}: name its SoC with --soc", names.join(" or "));
        return Err(Problem::Refused(text));
    }
    Ok(fit)
}
