//! Who runs this.

use super::machine::Machine;

/// The user of this process.
#[derive(Clone, Debug)]
pub(super) struct Account {
    /// `None`: the machine does not tell.
    uid: Option<u32>,
    name: Option<String>,
    /// Groups of this process.
    gids: Vec<u32>,
}

/// How a user stands to a group.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Membership {
    /// There is no such group.
    NoGroup,
    /// Not in it.
    Outside,
    /// In it, but this session began before that.
    NotYet,
    /// In it.
    Inside,
}

impl Account {
    pub(super) fn of(machine: &Machine) -> Self {
        let status = machine.text("/proc/self/status").unwrap_or_default();
        let numbers = |key: &str| -> Vec<u32> {
            let line = status.lines().find_map(|line| line.strip_prefix(key)).unwrap_or_default();
            line.split_whitespace().filter_map(|word| word.parse().ok()).collect()
        };
        // Real, effective, saved, for files; it is the last one that opens nodes.
        let uid = numbers("Uid:").last().copied();
        let mut gids = numbers("Groups:");
        gids.extend(numbers("Gid:").last());
        let name = uid.and_then(|uid| name_of(machine, "/etc/passwd", uid));
        Self { uid, name, gids }
    }

    /// The name for a command; a shell's variable where it is not known (directories on the network).
    pub(super) fn for_shell(&self) -> &str {
        self.name.as_deref().unwrap_or("\"$USER\"")
    }

    /// The name for people.
    pub(super) fn label(&self) -> String {
        let number = || self.uid.map_or_else(|| "a user".into(), |uid| format!("user {uid}"));
        self.name.clone().unwrap_or_else(number)
    }

    pub(super) fn is_root(&self) -> bool {
        self.uid == Some(0)
    }

    /// Whether this is the user whom `uaccess` serves: the one who is at the machine itself.
    pub(super) fn is_at_the_desk(&self, machine: &Machine) -> bool {
        let seats = machine.names("/run/systemd/seats").unwrap_or_default();
        let active = |seat: &String| {
            let text = machine.text(&format!("/run/systemd/seats/{seat}"))?;
            text.lines().find_map(|line| line.strip_prefix("ACTIVE_UID="))?.parse::<u32>().ok()
        };
        self.uid.is_some() && seats.iter().any(|seat| active(seat) == self.uid)
    }

    pub(super) fn membership(&self, machine: &Machine, group: &str) -> Membership {
        let Some((gid, members)) = group_of(machine, group) else { return Membership::NoGroup };
        if self.gids.contains(&gid) {
            Membership::Inside
        } else if self.name.as_ref().is_some_and(|name| members.contains(name)) {
            Membership::NotYet
        } else {
            Membership::Outside
        }
    }
}

/// A group's number and members.
pub(super) fn group_of(machine: &Machine, name: &str) -> Option<(u32, Vec<String>)> {
    let text = machine.text("/etc/group")?;
    let mut groups = text.lines().map(|line| line.split(':').collect::<Vec<_>>());
    let fields = groups.find(|fields| fields.first() == Some(&name))?;
    let members = fields.get(3).map(|list| list.split(',').map(str::to_owned).collect());
    Some((fields.get(2)?.parse().ok()?, members.unwrap_or_default()))
}

/// The name that a file of accounts or groups has for a number.
pub(super) fn name_of(machine: &Machine, file: &str, id: u32) -> Option<String> {
    let text = machine.text(file)?;
    let mut lines = text.lines().map(|line| line.split(':').collect::<Vec<_>>());
    let fields =
        lines.find(|fields| fields.get(2).and_then(|field| field.parse().ok()) == Some(id))?;
    fields.first().map(|&name| name.to_owned())
}
