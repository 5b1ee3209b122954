//! Boot loaders of older families among the images that go to storage: for which boards they are, as their first bytes
//! say.

use amlogic::{
    families::{Family, Protocol},
    image::{self, Layout},
};
use link::Watch;

use super::{Identification, Program};
use crate::{failure::Problem, family::Placement, files::disk_image::DiskImage};

/// Where an MBR keeps its partitions, and its mark.
const PARTITIONS: std::ops::Range<usize> = 446..510;
const MARK: (std::ops::Range<usize>, [u8; 2]) = (510..512, [0x55, 0xaa]);

/// The boot loader that an image begins with.
pub(crate) struct BootLoader {
    name: String,
    layout: Layout,
    /// A sector is before it, as on storage.
    card: bool,
    /// That sector tells of partitions: it is a whole disk.
    disk: bool,
}

impl BootLoader {
    /// `None`: the image begins with none whose family shows, or its bytes are to be taken as they are.
    pub(crate) fn of(image: &DiskImage, raw: bool) -> Option<Self> {
        let head = image.head();
        let layout = image::layout(head).filter(|_| !raw)?;
        let (card, disk) = (image::is_for_card(head), has_partitions(head));
        Some(Self { name: image.name(), layout, card, disk })
    }

    /// Where it belongs on storage.
    pub(super) fn placement(&self) -> Placement {
        let what = |what: &str| Some(what.to_owned());
        match (self.card, self.disk) {
            (true, true) => Placement { sector: 0, what: None },
            (true, false) => Placement {
                sector: 0,
                what: what("the boot loader, and the sector before it with any partition table"),
            },
            (false, _) => Placement { sector: 1, what: what("the boot loader") },
        }
    }

    /// Refuses a boot loader of another family than a board's.
    pub(super) fn check_family(&self, family: &Family) -> Result<(), Problem> {
        // BL2 of the A1, of protocol 5, looks like those of G12.
        let like_g12 = family.protocol == Protocol::Either && self.layout.is_g12();
        match like_g12 || self.layout.is_for(family) {
            true => Ok(()),
            false => Err(self.for_another(family.name)),
        }
    }

    fn for_another(&self, found: &str) -> Problem {
        let (name, layout) = (&self.name, self.layout);
        Problem::Refused(format!(
            "{name}: it is a boot loader for {layout}, the board is {found}; nothing was written"
        ))
    }

    /// Refuses a boot loader at the beginning of a disk: the mask ROM looks for it one sector later (seen on G12 by the
    /// authors of superbird-fip-tools; mainline's instructions for GX and AXG say the same).
    pub(crate) fn check_start(&self, start: u64) -> Result<(), Problem> {
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
    pub(crate) fn check_board(
        &self,
        who: &Identification,
        soc: Option<&'static Family>,
        watch: &mut dyn Watch,
    ) -> Result<(), Problem> {
        let (name, layout) = (&self.name, self.layout);
        let families = who.families_or(soc);
        if families.is_empty() && who.stranger.is_none() {
            watch.note(&format!(
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
        Err(self.for_another(&who.soc_or(soc).unwrap_or_default()))
    }
}

/// Whether a first sector is an MBR that tells of partitions.
fn has_partitions(head: &[u8]) -> bool {
    let marked = head.get(MARK.0) == Some(&MARK.1[..]);
    marked && head.get(PARTITIONS).is_some_and(|table| table.iter().any(|byte| *byte != 0))
}
