//! `amlogic`: Amlogic's mask ROMs, and BL2 and U-Boot that follow them, of either protocol.

mod boot;
mod console;
mod disk;
mod flash;
mod identify;
mod memory;
mod package;
mod partition;
mod reset;
mod storage;

use std::{path::PathBuf, str::FromStr};

use amlogic::{
    adnl::host::Adnl,
    families,
    optimus::{host::Optimus, wire::Lock},
};
use clap::Subcommand;
use link::{Silent, Watch};

use super::{
    Options,
    confirm::{self, Consent},
    look,
    lost::lost,
    operator::Operator,
};
use crate::{
    boards::{self, Chip},
    failure::Problem,
    family::{
        self,
        amlogic::{
            Identification, Program, Target,
            burn_mode::{Uboot, uboot},
            stages::Way,
        },
    },
    files::memory_file::AddressedFile,
    number::{parse, parse_u32},
    plan::{HEAD, Loss, contents},
    report::{Answer, Report},
    session::{Opened, UsbSession, is_amlogic},
    transport::Stop,
};

/// What `amlogic --help` ends with.
const NOTES: &str = "\
Numbers are decimal, or hexadecimal after 0x; lengths may end in K, M or G (powers of 1024).

Boards before the S905X4 speak Optimus (1b8e:c003), newer ones ADNL (1b8e:c004). Both go through
stages, all with the same USB ids: the mask ROM, BL2, the vendor's U-Boot in its burn mode.
`identify` says which one is there.";

/// Arguments of the family.
#[derive(Debug, clap::Args)]
#[command(after_help = NOTES)]
pub struct Args {
    /// Refuse any other SoC than this: a part (S905X), its family (GXL), or a board that has it (khadas/vim1)
    #[arg(long, global = true, value_name = "NAME")]
    soc: Option<Soc>,
    /// Unlock the mask ROM with the bytes of this file first, where it is locked
    #[arg(long = "password", global = true, value_name = "FILE")]
    key: Option<PathBuf>,
    #[command(subcommand)]
    command: Command,
}

/// A family of SoCs by one of its names.
#[derive(Clone, Copy, Debug)]
pub(super) struct Soc(&'static families::Family);

impl FromStr for Soc {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let of_board = || match boards::by_name(text)?.chip() {
            Chip::Amlogic(family) => Some(family),
            _ => None,
        };
        families::by_name(text).or_else(of_board).map(Self).ok_or_else(|| {
            let names: Vec<_> = families::TABLE.iter().map(|family| family.name).collect();
            format!(
                "no SoC or board of Amlogic's is called `{text}`; the families are {}",
                names.join(", ")
            )
        })
    }
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Ask the board who it is: stage, version, SoC, chip id, lock, secure boot
    Identify,
    /// Bring the vendor's U-Boot up in memory, from whatever stage the board is in
    #[command(after_help = BOOT)]
    Boot {
        /// u-boot.bin; or u-boot.bin.usb.bl2 and u-boot.bin.usb.tpl; or u-boot.bin.usb.signed and u-boot.bin.signed
        #[arg(required = true, num_args = 1..=2)]
        files: Vec<PathBuf>,
        /// Put a file into memory before U-Boot starts (GX and AXG only); repeatable
        #[arg(short, long = "write", value_name = "ADDR=FILE")]
        writes: Vec<AddressedFile>,
        /// The file holds a mainline U-Boot, which does not come back under this protocol: do not wait for it
        #[arg(long)]
        mainline: bool,
        /// Have a mainline U-Boot carry out these commands in place of its own boot (GX and AXG; as --mainline)
        #[arg(long, value_name = "COMMANDS")]
        script: Option<String>,
        /// The files are encrypted for a board that its maker has fused (before the S905X4): send them unchecked, only
        /// the board can judge them
        #[arg(long)]
        encrypted: bool,
    },
    /// Read memory into a file (- is stdout)
    Read {
        /// Where
        #[arg(value_parser = parse_u32)]
        addr: u32,
        /// How many bytes
        #[arg(value_parser = parse)]
        len: u64,
        /// Where they go
        file: PathBuf,
    },
    /// Write a file to memory (- is stdin)
    Write {
        /// Where
        #[arg(value_parser = parse_u32)]
        addr: u32,
        /// What
        file: PathBuf,
        /// Read it back and compare
        #[arg(long)]
        verify: bool,
    },
    /// Read 32-bit registers
    Readl {
        /// Their addresses
        #[arg(required = true, value_parser = parse_u32, value_name = "ADDR")]
        addrs: Vec<u32>,
        /// So many registers in a row from each address on
        #[arg(long, default_value = "1", value_parser = parse_u32)]
        count: u32,
    },
    /// Write 32-bit registers, in order
    Writel {
        /// Pairs of address and value
        #[arg(required = true, num_args = 2.., value_parser = parse_u32, value_names = ["ADDR", "VALUE"])]
        pairs: Vec<u32>,
    },
    /// Run what lies at an address (before the S905X4)
    Run {
        /// Where
        #[arg(value_parser = parse_u32)]
        addr: u32,
    },
    /// Unlock a mask ROM until its next reset (before the S905X4)
    Password {
        /// A file with the password's bytes and nothing else
        file: PathBuf,
    },
    /// Have the vendor's U-Boot carry out one of its commands; one that erases or burns fuses needs --yes
    #[command(name = "command", visible_aliases = ["bulkcmd", "oem"])]
    Uboot {
        /// The command, in one word or several
        #[arg(required = true, num_args = 1..)]
        text: Vec<String>,
    },
    /// Have the vendor's U-Boot restart the board
    Reset {
        /// Where to
        #[arg(value_enum, default_value_t)]
        what: reset::What,
    },
    #[command(flatten)]
    Storage(storage::Command),
}

/// What `amlogic boot --help` ends with.
const BOOT: &str = "\
The files are checked before the board is touched, and told apart by what is in them (signed ones by
their order). Two encrypted files are BL2 and, where its name ends in tpl, what follows BL2, else a whole
u-boot.bin. Which family the board is of, it says itself, by its chip information or by its mask
ROM's version; where that leaves several that start differently, --soc has to say it. A board whose
U-Boot is in its burn mode already is sent nothing.

Examples:
  racklet-flash amlogic boot u-boot.bin
  racklet-flash amlogic boot u-boot.bin.usb.bl2 u-boot.bin.usb.tpl --write 0x08000000=boot.scr --mainline
  racklet-flash amlogic boot u-boot.bin.usb.bl2 u-boot.bin.usb.tpl --script 'ums 0 mmc 2'   # a VIM1's eMMC as a USB disk
  racklet-flash amlogic boot u-boot.bin.usb.signed u-boot.bin.signed
  racklet-flash amlogic boot --encrypted u-boot.bin.encrypt.usb.bl2 u-boot.bin.encrypt.usb.tpl";

/// What every command works with.
struct Context<'c> {
    board: &'c mut UsbSession,
    report: &'c mut Report,
    stop: &'c Stop,
    consent: &'c Consent<'c>,
    /// The family that the user says it is.
    soc: Option<&'static families::Family>,
    /// Identification it is, where it was asked just now.
    seen: Option<Identification>,
    /// What unlocks it, where the user has that.
    password: Option<Vec<u8>>,
}

impl Context<'_> {
    /// Asks who is there, refuses a board that is not what the user says it is, and unlocks a locked one.
    fn who(&mut self) -> anyhow::Result<Identification> {
        if let Some(who) = self.seen.take() {
            return Ok(who);
        }
        let mut who = Identification::ask(self.board)?;
        if let Some(wanted) = self.soc {
            who.expect(wanted)?;
            if who.soc().is_none() {
                self.report
                    .note("this stage does not tell its SoC: --soc was not compared with it");
            }
        }
        if let (Program::Optimus(_), Lock::Locked, Some(password)) =
            (who.program, who.lock(), &self.password)
        {
            let identity = Optimus::new(&mut self.board.link).unlock(password)?;
            who.program = Program::Optimus(identity);
            self.report.note("the mask ROM is unlocked until its next reset");
        }
        self.report.detail(&who.line());
        Ok(who)
    }

    /// Asks before storage is overwritten; `check` finds out whether that is possible at all.
    fn confirm(
        &mut self,
        who: &Identification,
        does: String,
        check: impl FnOnce(&mut dyn Uboot) -> anyhow::Result<()>,
    ) -> anyhow::Result<()> {
        let Self { board, report, soc, consent, .. } = self;
        if consent.is_dry() {
            check(&mut *uboot(board))?;
            return consent.end_dry();
        }
        consent.ask(report, || {
            let mut uboot = uboot(board);
            check(&mut *uboot)?;
            let mut head = Vec::new();
            if who.is_uboot() {
                // Storage that cannot be read keeps what it holds to itself.
                let _ = uboot.read_disk(0, HEAD, &mut head, &mut Silent);
            }
            let soc = who.soc_or(*soc).map(|soc| format!("the {soc}"));
            Ok(Loss { does, storage: None, soc, holds: contents(&head) })
        })
    }

    /// What the way to U-Boot works with.
    fn way(&mut self) -> Way<'_> {
        Way {
            board: self.board,
            soc: self.soc,
            password: self.password.as_deref(),
            stop: self.stop,
            watch: self.report,
        }
    }

    /// Does something with the eMMC.
    fn transfer<T>(
        &mut self,
        work: impl FnOnce(&mut Target<'_>, &mut family::Context<'_>) -> anyhow::Result<T>,
    ) -> anyhow::Result<T> {
        let Self { board, report, stop, consent, .. } = self;
        let mut desk = Operator::new(report, consent);
        work(&mut Target::new(uboot(board), None), &mut family::Context { stop, desk: &mut desk })
    }

    /// A conversation with a board that speaks Optimus.
    fn optimus(&mut self) -> Optimus<'_> {
        Optimus::new(&mut self.board.link)
    }

    /// A conversation with a board that speaks ADNL.
    fn adnl(&mut self) -> Adnl<'_> {
        Adnl::new(&mut self.board.link)
    }
}

pub(super) fn run(
    options: &Options,
    args: &Args,
    stop: &Stop,
    report: &mut Report,
) -> anyhow::Result<()> {
    let name = args.command.name();
    if let Command::Storage(command) = &args.command
        && let Some(answer) = command.files(options, stop, report)
    {
        return Ok(report.answer(name, &answer?)?);
    }
    // What can be wrong with the arguments and the files is found before the board is touched.
    let mut password = args.key.as_deref().map(console::read).transpose()?;
    let soc = args.soc.map(|soc| soc.0);
    let consent = &Consent::new(options, "", stop);
    // A long check of files comes after a look at the board: nobody waits for minutes to hear that it is not there.
    let glanced = args.command.glance()?;
    let mut seen = None;
    if glanced {
        let key = password.take();
        seen = look(args, key, consent, (options, stop, report))?;
    }
    let job = Job::prepare(&args.command, report, stop)?;
    if password.is_some() && matches!(job, Job::Password(_)) {
        let text = "password tells the password that it is given: --password is for other commands";
        return Err(Problem::Usage(text.into()).into());
    }
    if options.dry_run {
        let unlock = args.key.as_ref().map(|_| "unlock the mask ROM, where it is locked".into());
        let lines: Vec<_> = unlock.into_iter().chain(job.plan()).collect();
        if !glanced && job.destroys() {
            seen = look(args, None, consent, (options, stop, report))?;
        }
        if let Some((opened, who)) = seen {
            confirm::looked(carry_out(
                job,
                (soc, None),
                (opened, Some(who)),
                (options, stop, report),
            ))?;
        }
        return Ok(report.answer(name, &Answer::plan(&lines))?);
    }
    let seen = match seen {
        Some((opened, who)) => (opened, Some(who)),
        None => (family::open(&options.access(), is_amlogic, stop)?, None),
    };
    let answer = carry_out(job, (soc, password), seen, (options, stop, report))?;
    Ok(report.answer(name, &answer)?)
}

/// Opens the board and asks it who it is.
fn look(
    args: &Args,
    password: Option<Vec<u8>>,
    consent: &Consent<'_>,
    (options, stop, report): (&Options, &Stop, &mut Report),
) -> anyhow::Result<Option<(Opened, Identification)>> {
    let Some(mut opened) = look::open(options, is_amlogic, (stop, &mut *report))? else {
        return Ok(None);
    };
    let soc = args.soc.map(|soc| soc.0);
    // To unlock a board changes it.
    let password = password.filter(|_| !options.dry_run);
    let who = opened.look(|board| {
        let mut context = Context { board, report, stop, consent, soc, password, seen: None };
        args.command.look(&mut context)
    })?;
    Ok(Some((opened, who)))
}

/// Carries a command out; a dry run of one that writes ends where that would begin.
fn carry_out(
    job: Job,
    (soc, password): (Option<&'static families::Family>, Option<Vec<u8>>),
    (opened, seen): (Opened, Option<Identification>),
    (options, stop, report): (&Options, &Stop, &mut Report),
) -> anyhow::Result<Answer> {
    let consent = &Consent::new(options, &opened.name, stop);
    opened.run(stop, report, |board, report| {
        job.run(&mut Context { board, report, stop, consent, soc, password, seen })
    })
}

/// A command whose arguments are sound and whose files are open.
enum Job {
    Identify,
    Boot(boot::Job),
    Memory(memory::Job),
    Password(Vec<u8>),
    Uboot(String),
    Reset(reset::What),
    Storage(Box<storage::Job>),
}

impl Job {
    fn prepare(command: &Command, watch: &mut dyn Watch, stop: &Stop) -> anyhow::Result<Self> {
        if let Command::Storage(command) = command
            && let Some(job) = storage::Job::prepare(command, watch, stop)?
        {
            return Ok(Self::Storage(Box::new(job)));
        }
        if let Some(job) = memory::Job::prepare(command)? {
            return Ok(Self::Memory(job));
        }
        Ok(match command {
            Command::Boot { files, writes, mainline, script, encrypted } => {
                let job = boot::Job::prepare(files, writes, *mainline, *encrypted)?;
                Self::Boot(match script {
                    Some(script) => job.with_script(script)?,
                    None => job,
                })
            }
            Command::Password { file } => Self::Password(console::read(file)?),
            Command::Reset { what } => Self::Reset(*what),
            Command::Uboot { text } => Self::Uboot(console::line(text)?),
            _ => Self::Identify,
        })
    }

    fn plan(&self) -> Vec<String> {
        match self {
            Self::Identify => vec!["ask the board who it is".into()],
            Self::Boot(job) => job.plan(),
            Self::Memory(job) => job.plan(),
            Self::Password(password) => {
                vec![format!("tell the mask ROM a password of {} bytes", password.len())]
            }
            Self::Reset(what) => vec![what.plan()],
            Self::Uboot(text) => {
                let lost = lost(text).map_or(String::new(), |what| format!(": it {what}"));
                vec![format!("have U-Boot carry out `{text}`{lost}")]
            }
            Self::Storage(job) => job.plan(),
        }
    }

    /// Whether it overwrites or erases storage.
    fn destroys(&self) -> bool {
        match self {
            Self::Boot(job) => job.lost().is_some(),
            Self::Uboot(text) => lost(text).is_some(),
            Self::Storage(job) => job.destroys(),
            Self::Identify | Self::Memory(_) | Self::Password(_) | Self::Reset(_) => false,
        }
    }

    fn run(self, context: &mut Context<'_>) -> anyhow::Result<Answer> {
        match self {
            Self::Identify => identify::run(context),
            Self::Boot(job) => job.run(context),
            Self::Memory(job) => job.run(context),
            Self::Password(password) => console::unlock(&password, context),
            Self::Reset(what) => reset::run(what, context),
            Self::Uboot(text) => console::command(&text, context),
            Self::Storage(job) => job.run(context),
        }
    }
}

impl Command {
    /// Looks at the beginning of a file whose check takes long. Whether there is one.
    fn glance(&self) -> anyhow::Result<bool> {
        match self {
            Self::Storage(command) => command.glance(),
            _ => Ok(false),
        }
    }

    /// Asks the board who it is, and refuses one that cannot carry the command out.
    fn look(&self, context: &mut Context<'_>) -> anyhow::Result<Identification> {
        let who = context.who()?;
        // Others bring U-Boot up themselves, or say what they need in their own words.
        if let Self::Storage(storage::Command::Disk(_) | storage::Command::Partition(_)) = self {
            partition::reach(&who, &mut *uboot(context.board))?;
        }
        Ok(who)
    }

    fn name(&self) -> &'static str {
        match self {
            Self::Identify => "amlogic identify",
            Self::Boot { .. } => "amlogic boot",
            Self::Read { .. } => "amlogic read",
            Self::Write { .. } => "amlogic write",
            Self::Readl { .. } => "amlogic readl",
            Self::Writel { .. } => "amlogic writel",
            Self::Run { .. } => "amlogic run",
            Self::Password { .. } => "amlogic password",
            Self::Uboot { .. } => "amlogic command",
            Self::Reset { .. } => "amlogic reset",
            Self::Storage(command) => command.name(),
        }
    }
}
