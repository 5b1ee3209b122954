//! What becomes of a package's items on a board that speaks ADNL, in the vendor's order, with the boot loader last:
//! what breaks off before leaves a board that starts in its mask ROM and can be begun again.

use alloc::{format, vec::Vec};

use super::{Format, Item, Package};
use crate::image::Unsound;

/// A step of a burn in U-Boot.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step<'p> {
    /// Mark how far the job is.
    Mark(u8),
    /// Put an item into memory under this name.
    Memory(&'p Item, &'static str),
    /// The same, where the board says that it needs it.
    Header(&'p Item),
    /// Lay out the storage (`disk_initial`).
    Initial,
    /// Write an item to the partition of this name, and verify it.
    Partition(&'p Item, &'p str),
    /// Keep the default environment.
    Save,
}

/// A burn.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Burn<'p> {
    /// What the mask ROM is sent.
    pub first: &'p Item,
    /// What BL2 is served from.
    pub second: &'p Item,
    /// What is done in U-Boot, in order.
    pub steps: Vec<Step<'p>>,
}

impl Package {
    /// How the package is burnt over ADNL; refused where the package is not for that, or lacks something.
    pub fn burn(&self) -> Result<Burn<'_>, Unsound> {
        if !self.is_adnl() {
            return Err(Unsound::new("the package has no item aml:usb_flow: it is for Optimus"));
        }
        let need = |main, sub| {
            self.find(main, sub)
                .ok_or_else(|| Unsound(format!("the package has no item {main}:{sub}")))
        };
        let (first, second) = (need("USB", "DDR")?, need("USB", "UBOOT")?);
        let dtb = ["meson1", "meson"].iter().find_map(|sub| self.find("dtb", sub));
        let dtb = dtb.or_else(|| self.find("PARTITION", "_aml_dtb"));
        let gpt = self.find("bin", "gpt");
        let loader = self.find("PARTITION", "bootloader");
        let mut steps = Vec::from([Step::Mark(0x30)]);
        steps.extend(dtb.map(|item| Step::Memory(item, "dtb")));
        steps.extend(gpt.map(|item| Step::Memory(item, "gpt")));
        // In the capture of an S905X5 it is as long as the boot loader.
        steps.extend(loader.map(Step::Header));
        steps.extend([Step::Mark(0x31), Step::Initial, Step::Mark(0x32)]);
        steps.extend(gpt.map(|item| Step::Partition(item, "gpt")));
        steps.extend(self.parts(false)?);
        steps.extend(self.parts(true)?);
        steps.push(Step::Save);
        Ok(Burn { first, second, steps })
    }

    /// The partitions, either the boot loaders or the others.
    fn parts(&self, loaders: bool) -> Result<Vec<Step<'_>>, Unsound> {
        let items = self.partitions().filter(|item| item.sub.starts_with("bootloader") == loaders);
        items
            .map(|item| match item.format {
                Format::Normal | Format::Sparse | Format::Ubifs => {
                    Ok(Step::Partition(item, item.sub.as_str()))
                }
                other => {
                    let name = item.name();
                    Err(Unsound(format!(
                        "item {name} is in a format that ADNL does not take ({other:?})"
                    )))
                }
            })
            .collect()
    }
}
