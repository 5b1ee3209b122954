//! From whatever stage a board is in to the vendor's U-Boot.

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

use super::{Identification, Program};
use crate::{
    failure::Problem,
    files::{Input, memory_file::MemoryFile},
    session::{Awaited, UsbSession, is_amlogic},
    transport::Stop,
};

pub(crate) use files::Files;

/// How often a board may leave and return on the way: twice was seen on an S905X5.
const RETURNS: u32 = 4;
/// How often to check whether a board that does not return has left, and how long between.
const LOOKS: (u32, Duration) = (50, Duration::from_millis(100));

/// What is said of files that nothing here can read.
const UNCHECKED: &str = "the boot files are encrypted: nothing in them was checked, only the board can tell whether they are its own";

/// Where mainline's U-Boot looks for a script on these boards (`scriptaddr` in its meson64.h).
const SCRIPT: u32 = 0x0800_0000;

/// Boot files, and what else is to be in memory when U-Boot starts.
pub(crate) struct Stages {
    files: Files,
    loads: Vec<MemoryFile>,
    mainline: bool,
}

/// What they work with.
pub(crate) struct Way<'w> {
    /// The board.
    pub(crate) board: &'w mut UsbSession,
    /// The family that the user says it is of.
    pub(crate) soc: Option<&'static Family>,
    /// What unlocks it, where the user has that.
    pub(crate) password: Option<&'w [u8]>,
    /// The wish to stop.
    pub(crate) stop: &'w Stop,
    /// Who hears how far things are.
    pub(crate) watch: &'w mut dyn Watch,
}

/// What came up.
pub(crate) struct Up {
    /// The SoC, as far as it is known.
    pub(crate) soc: Option<String>,
    /// Whether it is the vendor's U-Boot; else the board has left the protocol.
    pub(crate) answers: bool,
    /// Whether it was there before, so that nothing was sent.
    pub(crate) already: bool,
    /// Whether the files could be checked, where nothing else checks them.
    pub(crate) checked: Option<bool>,
}

impl Up {
    /// The vendor's U-Boot, which nothing but the board has looked at.
    fn uboot(soc: Option<String>, already: bool) -> Self {
        Self { soc, answers: true, already, checked: None }
    }
}

impl Stages {
    /// The same with nothing else in memory.
    pub(crate) fn of(files: Files) -> Self {
        Self { files, loads: Vec::new(), mainline: false }
    }

    /// Files that are sound, and files for memory. Fails where those overlap. `mainline`: its U-Boot does not
    /// return under this protocol.
    pub(crate) fn new(
        files: Files,
        loads: Vec<MemoryFile>,
        mainline: bool,
    ) -> Result<Self, Problem> {
        places::check(&loads)?;
        Ok(Self { files, loads, mainline })
    }

    /// The same with commands for a mainline U-Boot, which carries out what is there when it came over USB.
    pub(crate) fn with_script(mut self, commands: &str) -> Result<Self, Problem> {
        if commands.trim().is_empty() {
            return Err(Problem::Usage("--script: there are no commands in it".into()));
        }
        let input = Input::Bytes(fel::uimage::script(commands));
        self.loads.push(MemoryFile { name: "boot script".into(), address: SCRIPT, input });
        places::check(&self.loads)?;
        Ok(Self { mainline: true, ..self })
    }

    /// What is done, in words.
    /// `then`: what U-Boot does when it runs.
    pub(crate) fn plan(&self, then: Option<String>) -> Vec<String> {
        let mut lines =
            vec!["identify the board, and start from the stage that it is in".to_owned()];
        lines.extend(self.files.plan());
        lines.extend(self.loads.iter().map(MemoryFile::plan));
        lines.push("start U-Boot".into());
        lines.extend(then);
        if !self.mainline {
            lines.push("wait until it is back on its port, and identify it".into());
        }
        lines
    }

    /// What is to be in memory when U-Boot starts.
    pub(crate) fn loads(&self) -> &[MemoryFile] {
        &self.loads
    }

    /// Refuses what the board would not take. Nothing is sent.
    pub(crate) fn check(
        &self,
        who: &Identification,
        soc: Option<&'static Family>,
    ) -> Result<(), Problem> {
        match who.program {
            Program::Optimus(_) => self.check_optimus(who, soc).map(|_| ()),
            Program::Adnl(identify) => self.check_adnl(identify),
        }
    }

    /// Takes a board to U-Boot from wherever it is.
    pub(crate) fn run(self, who: &Identification, way: &mut Way<'_>) -> anyhow::Result<Up> {
        if who.is_uboot() {
            return self.already(who);
        }
        match who.program {
            Program::Optimus(_) => self.optimus(who, way),
            Program::Adnl(identify) => self.adnl(identify, way),
        }
    }

    /// The vendor's U-Boot runs: nothing is sent.
    fn already(&self, who: &Identification) -> anyhow::Result<Up> {
        if !self.loads.is_empty() {
            let text = "the vendor's U-Boot runs already: nothing was sent; `amlogic memory write` puts files into its memory";
            return Err(Problem::Refused(text.into()).into());
        }
        Ok(Up::uboot(who.soc(), true))
    }

    fn check_optimus(
        &self,
        who: &Identification,
        soc: Option<&'static Family>,
    ) -> Result<&'static Family, Problem> {
        let encrypted = self.files.encrypted;
        let layout = if encrypted { None } else { Some(self.files.layout()?) };
        let family = family(who, layout, soc)?;
        if !self.loads.is_empty() && matches!(family.flow, Flow::G12 { .. }) {
            let text = format!(
                "--write and --script: {} has no DRAM before U-Boot runs, so that nothing can be put there first",
                family.name
            );
            return Err(Problem::Refused(text));
        }
        places::check_boot(&self.loads, family.flow, self.files.tpl_length())?;
        Ok(family)
    }

    fn optimus(mut self, who: &Identification, way: &mut Way<'_>) -> anyhow::Result<Up> {
        let (family, encrypted) = (self.check_optimus(who, way.soc)?, self.files.encrypted);
        let mut extras: Vec<_> = self
            .loads
            .iter_mut()
            .map(|load| Extra { name: &load.name, address: load.address, source: &mut load.input })
            .collect();
        let image = self.files.image()?;
        let mut job =
            Boot { family, image, encrypted, password: way.password, extras: &mut extras };
        if encrypted {
            way.watch.note(UNCHECKED);
        }
        let mut soc = Optimus::new(&mut way.board.link);
        match optimus::host::boot::boot(&mut soc, &mut job, way.watch)? {
            Booted::Already => Ok(Up::uboot(who.soc(), true)),
            Booted::Started(_) if self.mainline => {
                left(way)?;
                way.watch.note("U-Boot was started; mainline's does not speak this protocol");
                Ok(started(family, false, encrypted))
            }
            Booted::Started(within) => {
                come_back(way, within)?;
                Ok(started(family, true, encrypted))
            }
        }
    }

    fn check_adnl(&self, identify: Identify) -> Result<(), Problem> {
        if self.files.encrypted {
            let text =
                "--encrypted is for boards before the S905X4; files of newer ones need no option";
            return Err(Problem::Usage(text.into()));
        }
        if !self.loads.is_empty() || self.mainline {
            let text = "--write, --script and --mainline: BL2 of this board takes nothing but what it asks for";
            return Err(Problem::Refused(text.into()));
        }
        self.files.check_adnl(identify)
    }

    fn adnl(self, identify: Identify, way: &mut Way<'_>) -> anyhow::Result<Up> {
        self.check_adnl(identify)?;
        loop {
            let (mut first, mut second) = self.files.parts();
            let mut adnl = Adnl::new(&mut way.board.link);
            match adnl.advance(&mut first, &mut second, way.watch)? {
                Progress::Ready(_) => break,
                Progress::Expect(expect) => settle(way, &expect)?,
            }
        }
        way.watch.note("the vendor's U-Boot runs");
        let who = Identification::ask(way.board)?;
        Ok(Up::uboot(who.soc(), false))
    }
}

/// Waits for the next program, whether the board disconnects on the way or not.
fn settle(way: &mut Way<'_>, expect: &Expect) -> anyhow::Result<()> {
    let (mut returns, what) = (0, format!("what follows {}", expect.from));
    loop {
        way.watch.wait(&what, expect.within);
        match Adnl::new(&mut way.board.link).settle(expect) {
            Err(error) if error.fault() == Some(Fault::Gone) && returns < RETURNS => returns += 1,
            other => return Ok(other.map(|_| ())?),
        }
        let after = || format!("waiting for what comes after {}", expect.from);
        let next = Awaited { what: &what, fits: is_amlogic, limit: expect.within };
        way.board.reconnect(&next, way.stop, way.watch).with_context(after)?;
    }
}

/// Waits for the vendor's U-Boot.
fn come_back(way: &mut Way<'_>, within: Duration) -> anyhow::Result<()> {
    let waiting = "waiting for the vendor's U-Boot (a mainline U-Boot does not return: use --mainline for one)";
    let next = Awaited { what: "U-Boot", fits: is_amlogic, limit: within };
    way.board.reconnect(&next, way.stop, way.watch).context(waiting)?;
    let found = Optimus::new(&mut way.board.link).identify()?.stage;
    if found == Stage::Uboot {
        way.watch.note("the vendor's U-Boot runs");
        return Ok(());
    }
    Err(missing(found, "the vendor's U-Boot in its burn mode").into())
}

/// U-Boot was started, and another program answers.
fn missing(found: Stage, wanted: &'static str) -> optimus::host::Error {
    let cause = optimus::host::Cause::Stage { found, wanted };
    optimus::host::Error { step: optimus::host::Step::Uboot, request: None, cause, done: None }
}

/// Makes sure that who was there before U-Boot does not answer any more.
fn left(way: &mut Way<'_>) -> anyhow::Result<()> {
    let mut found = Stage::Rom;
    for _ in 0..LOOKS.0 {
        match Optimus::new(&mut way.board.link).identify() {
            Ok(Identity { stage, .. }) => found = stage,
            Err(error) if error.fault() == Some(Fault::Stopped) => return Err(error.into()),
            Err(_) => return Ok(()),
        }
        way.board.link.pause(LOOKS.1)?;
    }
    Err(missing(found, "U-Boot, which disconnects").into())
}

/// U-Boot was started by files that could be checked, or not.
fn started(family: &Family, answers: bool, encrypted: bool) -> Up {
    let (soc, checked) = (Some(family.name.into()), Some(!encrypted));
    Up { soc, answers, already: false, checked }
}

/// The family whose way to U-Boot is gone: the one that the user names, or that the board tells.
fn family(
    who: &Identification,
    layout: Option<Layout>,
    soc: Option<&'static Family>,
) -> Result<&'static Family, Problem> {
    let told = soc.map_or_else(|| who.families.clone(), |soc| vec![soc]);
    let Some(first) = told.first() else {
        let text = format!("the board does not tell its SoC ({})", who.line());
        return Err(Problem::Refused(text).advised("name it with --soc"));
    };
    let fits = |family: &&&Family| layout.is_none_or(|layout| layout.is_for(family));
    let Some(fit) = told.iter().find(fits) else {
        let names: Vec<_> = told.iter().map(|family| family.name).collect();
        let files = layout.map_or_else(String::new, |layout| layout.to_string());
        let text = format!("the files are for {files}, the board is {}", names.join(" or "));
        return Err(Problem::Refused(text).advised(files::OWN));
    };
    // GXL and GXM, for one, start the same way.
    if told.iter().any(|family| family.flow != first.flow) {
        let names: Vec<_> = told.iter().map(|family| family.name).collect();
        let text = format!("the board is {}", names.join(" or "));
        return Err(Problem::Refused(text).advised("name its SoC with --soc"));
    }
    Ok(fit)
}
