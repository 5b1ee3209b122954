//! The udev rules that let people open boards in their mask ROM.

use crate::boards;

/// Name of the file. The number is below 73, as `73-seat-late.rules` acts on `uaccess`; it is above 60, or Debian's
/// `60-sunxi-tools.rules` and `60-rkdeveloptool.rules` would set groups of their own after ours.
pub const FILE: &str = "72-racklet-flash.rules";
/// The group whose members may open boards: services, and people who are not at the machine itself.
pub const GROUP: &str = "plugdev";
/// How a file of these rules begins.
pub const MARK: &str = "# racklet-flash:";

/// Rules for every family: `uaccess` for the person at the desk, `GROUP` for services and for boards that stay in their
/// ROM too briefly for an ACL to arrive in time; ModemManager must not probe them; autosuspend must not put them to
/// sleep (both seen on H618 and D1 boards by others).
///
/// Each of them is a rule of its own. Newer versions of udev drop the whole rule whose group does not exist or, since
/// systemd 258, is no system group (reported by others; 252 drops the group alone); and nothing else may hang on the
/// test for `power/control`.
pub fn rules() -> String {
    let mut rules = format!("{MARK} boards in their mask ROM. /etc/udev/rules.d/{FILE}\n");
    for family in boards::families() {
        for id in &family.usb {
            rules += &format!("# {} {}\n", family.vendor, id.mode);
            let device = format!(
                "SUBSYSTEM==\"usb\", ENV{{DEVTYPE}}==\"usb_device\", ATTR{{idVendor}}==\"{:04x}\", \
                 ATTR{{idProduct}}==\"{:04x}\"",
                id.vendor, id.product
            );
            for action in [
                "TAG+=\"uaccess\", ENV{ID_MM_DEVICE_IGNORE}=\"1\"",
                &format!("MODE=\"0660\", GROUP=\"{GROUP}\""),
                "TEST==\"power/control\", ATTR{power/control}=\"on\"",
            ] {
                rules += &format!("{device}, {action}\n");
            }
        }
    }
    rules
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_file_is_read_after_other_tools_and_before_uaccess_is_acted_on() {
        assert!(FILE > "60-sunxi-tools.rules" && FILE < "73-seat-late.rules");
    }

    /// Otherwise a machine without the group would have no `uaccess` either.
    #[test]
    fn a_rule_with_the_group_does_nothing_else() {
        let rules = rules();
        let of = |word: &str| {
            let lines: Vec<_> = rules.lines().filter(|line| line.contains(word)).collect();
            assert!(!lines.is_empty(), "{word}");
            lines
        };
        assert!(of("GROUP=").iter().all(|line| line.contains("0660") && !line.contains("TAG")));
        assert!(of("uaccess").iter().all(|line| !line.contains("TEST")));
        assert_eq!(of("uaccess").len(), of("GROUP=").len());
    }
}
