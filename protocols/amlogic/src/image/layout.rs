//! Which families a boot file can be for.

use core::fmt;

use crate::families::Family;

/// The families that a boot file can be for, as far as it tells: by its shape, and by the line that the vendor's build
/// leaves in BL2. Families that share their files count as one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Layout(u8);

/// A group of families that share their boot files.
struct Group {
    layout: Layout,
    code: &'static str,
    /// The families' names.
    families: &'static [&'static str],
    title: &'static str,
}

/// The groups. What G12A and SM1 run is the same BL2 (in amlogic-boot-fip: Radxa Zero and AML-S905D3-CC, u200 and
/// sei610), as is what GXL and GXM run.
const GROUPS: [Group; 5] = [
    Group { layout: Layout::GXBB, code: "gxbb", families: &["GXBB"], title: "GXBB (S905)" },
    Group {
        layout: Layout::GXL,
        code: "gxl",
        families: &["GXL", "GXM"],
        title: "GXL or GXM (S905X, S905D, S912)",
    },
    Group { layout: Layout::AXG, code: "axg", families: &["TXLX", "AXG"], title: "AXG (A113)" },
    Group {
        layout: Layout::G12A,
        code: "g12a",
        families: &["G12A", "SM1"],
        title: "G12A or SM1 (S905X2, S905X3)",
    },
    Group { layout: Layout::G12B, code: "g12b", families: &["G12B"], title: "G12B (S922X, A311D)" },
];

impl Layout {
    /// GXBB: a FIP table at the beginning of what follows BL2.
    pub const GXBB: Self = Self(1);
    /// GXL and GXM: what follows BL2 is encrypted with a key of its own.
    pub const GXL: Self = Self(2);
    /// AXG: 48 KiB of BL2, then a FIP table 16 bytes further on.
    pub const AXG: Self = Self(4);
    /// G12A and SM1: 64 KiB of BL2, then such a table.
    pub const G12A: Self = Self(8);
    /// G12B: the same, and another BL2.
    pub const G12B: Self = Self(16);
    /// 48 KiB of BL2, which does not say more.
    pub const GX_OR_AXG: Self = Self(Self::GXBB.0 | Self::GXL.0 | Self::AXG.0);
    /// 64 KiB of BL2, which does not say more. BL2 of the A1 may look like this too.
    pub const G12: Self = Self(Self::G12A.0 | Self::G12B.0);
    /// A FIP without BL2.
    pub(super) const FIP: Self = Self(Self::AXG.0 | Self::G12.0);

    /// Whether it may be a file for `family`.
    pub fn is_for(self, family: &Family) -> bool {
        self.groups().any(|group| group.families.contains(&family.name))
    }

    /// Whether it is for G12A, G12B or SM1 and for no other.
    pub fn is_g12(self) -> bool {
        self.0 & !Self::G12.0 == 0
    }

    /// The families that are in both; `None`: there are none.
    pub fn both(self, other: Self) -> Option<Self> {
        let both = self.0 & other.0;
        (both != 0).then_some(Self(both))
    }

    /// The families that a word in the line of the vendor's build stands for.
    pub(super) fn of_word(word: &[u8]) -> Option<Self> {
        Some(match word {
            b"gxb" | b"gxbb" => Self::GXBB,
            b"gxl" => Self::GXL,
            b"axg" => Self::AXG,
            b"g12a" => Self::G12A,
            b"g12b" => Self::G12B,
            _ => return None,
        })
    }

    /// The groups' names that scripts see.
    pub fn codes(self) -> impl Iterator<Item = &'static str> {
        self.groups().map(|group| group.code)
    }

    fn groups(self) -> impl Iterator<Item = &'static Group> {
        GROUPS.iter().filter(move |group| group.layout.0 & self.0 != 0)
    }
}

impl fmt::Display for Layout {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, group) in self.groups().enumerate() {
            let between = if index > 0 { " or " } else { "" };
            write!(f, "{between}{}", group.title)?;
        }
        Ok(())
    }
}
