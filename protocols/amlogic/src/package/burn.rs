//! What becomes of a package's items on a board, in the vendor's order, with the boot loader last: what breaks off
//! before leaves a board that starts in its mask ROM and can be begun again. (Over Optimus the vendor's script writes the
//! boot loader first.)

use alloc::{format, vec::Vec};

use super::{Format, Item, Package};
use crate::image::Unsound;

/// A step of a burn in U-Boot.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step<'p> {
    /// Mark how far the job is (ADNL).
    Mark(u8),
    /// Put an item into memory under this name.
    Memory(&'p Item, &'static str),
    /// The same, where the board says that it needs it (ADNL).
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

impl Burn<'_> {
    /// Refuses two images for one partition, whatever their items are called (`bin:gpt`, `PARTITION:gpt`).
    fn checked(self) -> Result<Self, Unsound> {
        let mut names: Vec<_> = self
            .steps
            .iter()
            .filter_map(|step| match step {
                Step::Partition(_, name) => Some(*name),
                _ => None,
            })
            .collect();
        names.sort_unstable();
        match names.windows(2).find(|pair| pair[0] == pair[1]) {
            Some(pair) => Err(Unsound(format!("there are two images for partition {}", pair[0]))),
            None => Ok(self),
        }
    }
}

impl Package {
    /// How the package is burnt over ADNL; refused where the package is not for that, or lacks something.
    ///
    /// # Errors
    /// When the package lacks an item that burning needs.
    pub fn burn(&self) -> Result<Burn<'_>, Unsound> {
        if !self.is_adnl() {
            return Err(Unsound::new("the package has no item aml:usb_flow: it is for Optimus"));
        }
        let (first, second) = (self.need("USB", &["DDR"])?, self.need("USB", &["UBOOT"])?);
        let dtb = self.first_of("dtb", &["meson1", "meson"]);
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
        Burn { first, second, steps }.checked()
    }

    /// How the package is burnt over Optimus. `secure`: the board starts only what its maker signed, which some packages
    /// hold beside what others start.
    ///
    /// # Errors
    /// When the package lacks an item that burning needs.
    pub fn burn_optimus(&self, secure: bool) -> Result<Burn<'_>, Unsound> {
        if self.is_adnl() {
            return Err(Unsound::new("the package has an item aml:usb_flow: it is for ADNL"));
        }
        let kinds = |signed, plain| if secure { [signed, plain] } else { [plain, plain] };
        let first = self.need("USB", &kinds("DDR_ENC", "DDR"))?;
        let second = self.need("USB", &kinds("UBOOT_ENC", "UBOOT"))?;
        let dtb = self.first_of("dtb", &kinds("meson1_ENC", "meson1"));
        let dtb = dtb.or_else(|| self.first_of("dtb", &["meson"]));
        let stored = self.find("PARTITION", "_aml_dtb");
        let mut steps = Vec::new();
        steps.extend(dtb.or(stored).map(|item| Step::Memory(item, "dtb")));
        steps.push(Step::Initial);
        let tree = dtb.filter(|_| stored.is_none());
        steps.extend(tree.map(|item| Step::Partition(item, "_aml_dtb")));
        steps.extend(self.parts(false)?);
        steps.extend(self.parts(true)?);
        steps.push(Step::Save);
        Burn { first, second, steps }.checked()
    }

    fn need(&self, main: &str, subs: &[&str]) -> Result<&Item, Unsound> {
        self.first_of(main, subs)
            .ok_or_else(|| Unsound(format!("the package has no item {main}:{}", subs[0])))
    }

    fn first_of(&self, main: &str, subs: &[&str]) -> Option<&Item> {
        subs.iter().find_map(|sub| self.find(main, sub))
    }

    /// The partitions, either the boot loaders or the others.
    fn parts(&self, loaders: bool) -> Result<Vec<Step<'_>>, Unsound> {
        let items = self.partitions().filter(|item| item.sub.starts_with("bootloader") == loaders);
        items.map(|item| self.part(item)).collect()
    }

    /// A partition that can be written: what cannot is found before anything is erased.
    fn part<'p>(&self, item: &'p Item) -> Result<Step<'p>, Unsound> {
        let bad = |what: &str| Err(Unsound(format!("item {}: {what}", item.name())));
        if !matches!(item.format, Format::Normal | Format::Sparse | Format::Ubifs) {
            return bad(&format!("it is in a format that is not burnt ({:?})", item.format));
        }
        if item.sub.len() > 64 || !is_plain_name(&item.sub) {
            return bad("the name of a partition is up to 64 letters, digits, `_`, `-` and `.`");
        }
        if item.range.is_empty() {
            return bad("it is empty");
        }
        Ok(Step::Partition(item, item.sub.as_str()))
    }
}

/// Whether a text can be the name of a partition: it becomes part of a command, and nothing in it may end that command or
/// begin another.
pub fn is_plain_name(name: &str) -> bool {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"_-.".contains(&byte);
    !name.is_empty() && name.bytes().all(plain)
}
