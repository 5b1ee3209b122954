//! Which program answers at the other end of a line.

use std::time::Duration;

use link::{ByteLink, Watch};
use starfive::host::jh7100_answers;
use uboot::host::{Cause, Console, Error, Prompt, Step};

use crate::{boards::Starfive as Soc, transport::SerialLink};

/// The rate of a JH7100's mask ROM.
const JH7100: u32 = 9600;

/// What answers on a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Program {
    /// The mask ROM of that SoC.
    MaskRom(Soc),
    /// U-Boot at its prompt, with its version if it tells one.
    Uboot(Option<String>),
}

/// Asks what answers; where what comes is no text and `any_rate` is wanted, at the JH7100's rate, too. Fails where nothing
/// answers, or nothing that is known.
pub fn identify(
    link: &mut SerialLink,
    any_rate: bool,
    watch: &mut dyn Watch,
) -> anyhow::Result<Program> {
    let rate = link.baud();
    match ask(link, watch) {
        Err(Error { cause: Cause::Garbage, .. }) if any_rate && rate != JH7100 => {
            watch.note("what comes is not text at this rate: trying that of the JH7100, 9600 baud");
            link.set_baud(JH7100)?;
            Ok(ask(link, watch)?)
        }
        outcome => Ok(outcome?),
    }
}

fn ask(link: &mut SerialLink, watch: &mut dyn Watch) -> Result<Program, Error> {
    let mut console = Console::new(link, watch);
    let mut prompt = match Prompt::open(&mut console) {
        Ok(prompt) => prompt,
        Err(Error { cause: Cause::AsksForProgram, .. }) => {
            return Ok(Program::MaskRom(Soc::Jh7110));
        }
        Err(error @ Error { cause: Cause::Missing(_) | Cause::Echo { .. }, .. }) => {
            return match jh7100_answers(&mut console)? {
                true => Ok(Program::MaskRom(Soc::Jh7100)),
                false => Err(error),
            };
        }
        Err(error) => return Err(error),
    };
    let text = prompt.must(Step::PROMPT, "version", Duration::from_secs(5))?;
    let version = text.lines().find(|line| line.contains("U-Boot"));
    Ok(Program::Uboot(version.map(str::to_owned)))
}
