//! Terminals between programs.

use std::fs::File;

use rustix::{
    pty::{OpenptFlags, grantpt, openpt, ptsname, unlockpt},
    termios::{OptionalActions, tcgetattr, tcsetattr},
};

/// Both ends of a new pty, raw, and the name of the second.
pub(crate) fn pty() -> (File, File, String) {
    let master = openpt(OpenptFlags::RDWR | OpenptFlags::NOCTTY).expect("a pty");
    grantpt(&master).expect("a pty of ours");
    unlockpt(&master).expect("a pty of ours");
    let name = ptsname(&master, Vec::new()).expect("a pty has a name").into_string();
    let name = name.expect("a name is text");
    let end = raw(&name);
    (master.into(), end, name)
}

/// A terminal, opened and made raw.
pub(crate) fn raw(name: &str) -> File {
    let end = File::options().read(true).write(true).open(name).expect("a tty of ours");
    let mut modes = tcgetattr(&end).expect("a tty");
    modes.make_raw();
    tcsetattr(&end, OptionalActions::Now, &modes).expect("a tty");
    end
}
