//! Boot loaders of older families among the images that go to storage: for which boards they are, as their first bytes
//! say.

use amlogic::{
    families::Family,
    image::{self, Layout},
};
use link::Watch;

use super::Identification;
use crate::{
    failure::Problem, family::amlogic::Program, files::disk_image::DiskImage, report::Report,
};

/// The boot loader that an image begins with.
pub(super) struct Loader {
    name: String,
    layout: Layout,
    /// A sector stands before it, as on storage.
    card: bool,
}

impl Loader {
    /// `None`: the image begins with none whose family shows, or its bytes are to be taken as they are.
    pub(super) fn of(image: &DiskImage, raw: bool) -> Option<Self> {
        let head = image.head();
        let layout = image::layout(head).filter(|_| !raw)?;
        Some(Self { name: image.name(), layout, card: image::is_for_card(head) })
    }

    /// Refuses a boot loader at the beginning of a disk: the mask ROM looks for it one sector behind (seen on G12 by the
    /// authors of superbird-fip-tools; mainline's instructions for GX and AXG say the same).
    pub(super) fn check_start(&self, start: u64) -> Result<(), Problem> {
        if start > 0 || self.card {
            return Ok(());
        }
        Err(Problem::Refused(format!(
            "{}: it is a boot loader, which the mask ROM looks for from sector 1 on: from sector 0 on the board would not \
             start (--raw does it all the same)",
            self.name
        )))
    }

    /// Refuses a boot loader of another family, as far as the board or the user tells which it is of.
    pub(super) fn check_board(
        &self,
        who: &Identification,
        soc: Option<&'static Family>,
        report: &mut Report,
    ) -> Result<(), Problem> {
        let (name, layout) = (&self.name, self.layout);
        let families = who.families_or(soc);
        if families.is_empty() && who.stranger.is_none() {
            report.note(&format!(
                "{name} is a boot loader for {layout}; this stage does not tell its SoC: whether it is for the board is not \
                 known (--soc says which it is)"
            ));
            return Ok(());
        }
        // BL2 of the A1, of protocol 5, looks like those of G12.
        let older = matches!(who.program, Program::Adnl(identify) if identify.protocol < 6);
        if older && layout.is_g12() || families.iter().any(|family| layout.is_for(family)) {
            return Ok(());
        }
        let found = who.soc_or(soc).unwrap_or_default();
        Err(Problem::Refused(format!(
            "{name}: it is a boot loader for {layout}, the board is {found}; nothing was written"
        )))
    }
}
