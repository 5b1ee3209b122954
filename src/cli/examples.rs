//! What the help of commands that belong to no family ends with. A test runs all of it.

pub(super) const LIST: &str = "\
Examples:
  racklet-flash list
  racklet-flash list --json --virtual radxa/rock-5b --virtual khadas/vim1

With --watch it goes on to say which boards and adapters come and go.";
pub(super) const DOCTOR: &str = "\
Examples:
  racklet-flash doctor
  racklet-flash doctor --port 1-1.4 --json";
pub(super) const UDEV: &str = "\
Examples:
  racklet-flash udev
  racklet-flash udev > 60-racklet-flash.rules";
pub(super) const COMPLETIONS: &str = "\
Examples:
  racklet-flash completions bash > racklet-flash.bash
  racklet-flash completions zsh > _racklet-flash";
pub(super) const MAN: &str = "\
Examples:
  racklet-flash man > racklet-flash.1
  racklet-flash man flash > racklet-flash-flash.1";
pub(super) const GENERATE: &str = "\
Examples:
  racklet-flash generate files
  racklet-flash generate files --dry-run";
pub(super) const VIRTUAL_LIST: &str = "\
Examples:
  racklet-flash virtual list
  racklet-flash virtual list --json";
pub(super) const IMAGE_INFO: &str = "\
Examples:
  racklet-flash image info Armbian.img.xz
  racklet-flash image info - < disk.img";
/// What the first page of help ends with.
pub(super) const FIRST: &str = "\
`racklet-flash boards rock-5b` says how that board is recovered: what to type.";
/// What its long form ends with.
pub(super) const EXIT_CODES: &str = "\
`racklet-flash boards rock-5b` says how that board enters recovery mode, and what to type.

Exit codes: 0 all done; 1 the device or the transfer failed; 2 usage; 3 no board (in time), or more than one fits; 4 no \
permission; 5 verification found a difference; 6 an input file is not what it should be; 7 refused for safety; 130 interrupted.";
