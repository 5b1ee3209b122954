//! A command for a board, and what it works with.

use link::Watch;
use rockusb::host::{Rock, State};

use crate::{
    boards::storage::Rockusb,
    cli::operator::Operator,
    family::{
        self,
        rockchip::{Load, Replacing, Target, wake},
    },
    report::{Answer, Report},
    session::UsbSession,
    transport::Stop,
};

/// A command whose arguments are sound and whose files are open.
pub(super) trait Job {
    /// What it does, in words.
    fn plan(&self) -> Vec<String>;

    /// The boot loader that it puts in place of the one on storage.
    fn replacing(&self) -> Option<&dyn Replacing> {
        None
    }

    /// What of the board's storage is lost, in words.
    fn destroys(&self) -> Option<String> {
        self.replacing().map(Replacing::destroys)
    }

    /// Whether it sends a loader to the mask ROM, and nothing else. Every other command wants a program that answers.
    fn is_boot(&self) -> bool {
        false
    }

    /// The loader that comes with the command's own file.
    fn loader(&self) -> anyhow::Result<Option<Load>> {
        self.replacing().map_or(Ok(None), Replacing::loader)
    }

    /// Refuses a board whose product id alone shows that what is to be written does not start it.
    fn suits(&self, product: u16) -> anyhow::Result<()> {
        self.replacing().map_or(Ok(()), |file| file.suits(product))
    }

    fn run(self: Box<Self>, context: &mut Context<'_>) -> anyhow::Result<Answer>;
}

/// What every command works with.
pub(super) struct Context<'c> {
    pub(super) board: &'c mut UsbSession,
    pub(super) operator: Operator<'c>,
    pub(super) stop: &'c Stop,
    /// The program that answers, once it was asked.
    pub(super) state: Option<State>,
}

impl<'c> Context<'c> {
    /// Makes sure that a program answers commands; a mask ROM gets the loader first, where the user named one.
    pub(super) fn wake(
        &mut self,
        loader: Option<&Load>,
        destroys: Option<String>,
    ) -> anyhow::Result<()> {
        let Self { board, operator, stop, state } = self;
        let refused = destroys.filter(|_| operator.consent.is_hopeless());
        let cx = &mut family::Context { stop, desk: operator };
        *state = Some(wake(board, state.take(), loader, refused, cx)?);
        Ok(())
    }

    /// Chooses a storage; a dry run goes on only where it is chosen already.
    pub(super) fn choose(&mut self, medium: &Rockusb) -> anyhow::Result<()> {
        let mut rock = Rock::answered(&mut self.board.link);
        if !self.operator.consent.is_dry() {
            return Ok(rock.choose_storage(&medium.numbers).map(drop)?);
        }
        if rock.storage().is_ok_and(|now| medium.numbers.contains(&now)) {
            return Ok(());
        }
        self.operator
            .note(&format!("{medium} is not selected yet: what fits there was not checked"));
        self.operator.consent.end_dry()
    }

    /// The storage that is chosen, and who works with it.
    pub(super) fn target(&mut self) -> anyhow::Result<(Target<'_>, Session<'_, 'c>)> {
        let Self { board, operator, stop, .. } = self;
        let target = Target::open(board)?;
        operator.report.detail(&summary(&target));
        Ok((target, Session { operator, stop }))
    }
}

/// Who is told how far things are, and who may say stop, or yes.
pub(super) struct Session<'s, 'c> {
    operator: &'s mut Operator<'c>,
    stop: &'s Stop,
}

impl Session<'_, '_> {
    pub(super) fn report(&self) -> &Report {
        self.operator.report
    }

    /// The same for drivers.
    pub(super) fn cx(&mut self) -> family::Context<'_> {
        family::Context { stop: self.stop, desk: self.operator }
    }

    /// Asks before storage is overwritten, once all else is known to be right.
    pub(super) fn confirm(&mut self, target: &mut Target<'_>, does: String) -> anyhow::Result<()> {
        let Operator { report, consent, .. } = &mut *self.operator;
        consent.ask(report, || Ok(target.loss(does)))
    }
}

/// One line about a board.
fn summary(target: &Target<'_>) -> String {
    let survey = target.survey();
    let soc = target.soc().unwrap_or_else(|| "a SoC that it does not tell".into());
    let id = survey.id.map_or_else(String::new, |id| format!(", {}", id.name()));
    let sectors = survey.sectors().map_or_else(String::new, |n| format!(", {}", long(n)));
    format!("{soc}{id}{sectors}")
}

/// Sectors, and what that is in bytes.
pub(super) fn long(sectors: u64) -> String {
    let mib = sectors / 2048;
    match mib < 10 << 10 {
        true => format!("{sectors} sectors ({mib} MiB)"),
        false => format!("{sectors} sectors ({} GiB)", mib >> 10),
    }
}
