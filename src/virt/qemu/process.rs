//! QEMU as a child process: started, reached, ended.

use std::{
    env,
    ffi::{OsStr, OsString},
    fmt,
    fs::File,
    io,
    os::unix::net::UnixStream,
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    thread,
    time::{Duration, Instant},
};

/// The longest that QEMU may take to open its socket: 0.1 s on an idle machine.
const START: Duration = Duration::from_secs(20);
const POLL: Duration = Duration::from_millis(5);

/// Why there is no emulated board.
#[derive(Debug)]
pub enum QemuError {
    /// QEMU is not there.
    Missing {
        /// What was to be started.
        program: PathBuf,
        /// Why it could not be.
        error: io::Error,
    },
    /// The file that was to be the SD card cannot be one.
    Storage(String),
    /// QEMU ended, or did not do as it should.
    Failed(String),
}

impl fmt::Display for QemuError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Missing { program, error } => {
                write!(f, "{} cannot be started: {error}", program.display())
            }
            Self::Storage(why) | Self::Failed(why) => f.write_str(why),
        }
    }
}

impl std::error::Error for QemuError {}

impl From<io::Error> for QemuError {
    fn from(error: io::Error) -> Self {
        Self::Failed(format!("the emulated processor: {error}"))
    }
}

/// What is emulated.
pub(super) struct Wanted<'a> {
    pub(super) machine: &'a str,
    pub(super) storage: Option<&'a Path>,
    /// What is at the third port, where the machine has one: an SD card, too.
    pub(super) third: Option<&'a Path>,
    pub(super) serial: Option<&'a Path>,
    /// The symbolic link to the pty that is the serial port instead.
    pub(super) console: Option<&'a Path>,
    /// What the Ethernet is plugged into.
    pub(super) nic: Option<&'a str>,
}

/// A running QEMU. It ends with this value, and with this process.
pub(super) struct Process {
    child: Child,
    folder: tempfile::TempDir,
    pub(super) serial: PathBuf,
}

impl Process {
    /// Starts a machine that does not run yet, and the debugger's connection to it.
    pub(super) fn start(wanted: &Wanted<'_>) -> Result<(Self, UnixStream), QemuError> {
        [wanted.storage, wanted.third].into_iter().flatten().try_for_each(check_storage)?;
        let folder = tempfile::Builder::new().prefix("racklet-flash-").tempdir()?;
        let serial = wanted.serial.map_or_else(|| folder.path().join("serial"), Path::to_owned);
        File::create(&serial)
            .map_err(|error| QemuError::Failed(format!("{}: {error}", serial.display())))?;
        let program = PathBuf::from(
            env::var_os("RACKLET_FLASH_QEMU").unwrap_or_else(|| "qemu-system-arm".into()),
        );
        let socket = folder.path().join("gdb");
        let mut command = dying_with_us(&program);
        command.args(arguments(wanted, &serial, &socket));
        command
            .stdin(Stdio::null())
            .stdout(File::create(folder.path().join("words"))?)
            .stderr(File::create(folder.path().join("errors"))?);
        let child = command.spawn().map_err(|error| QemuError::Missing { program, error })?;
        let mut process = Self { child, folder, serial };
        let stream = process.connect(&socket)?;
        wanted.console.map_or(Ok(()), |link| process.show_console(link))?;
        Ok((process, stream))
    }

    /// Has a symbolic link lead to the pty, which QEMU names before it opens its sockets.
    fn show_console(&self, link: &Path) -> Result<(), QemuError> {
        let words = std::fs::read_to_string(self.folder.path().join("words"))?;
        let named = words.split_once("redirected to ").and_then(|(_, rest)| rest.split(' ').next());
        let pty = named.ok_or_else(|| QemuError::Failed("QEMU named no pty".into()))?;
        if link.is_symlink() {
            std::fs::remove_file(link)?;
        }
        std::os::unix::fs::symlink(pty, link)
            .map_err(|error| QemuError::Failed(format!("{}: {error}", link.display())))
    }

    fn connect(&mut self, socket: &Path) -> Result<UnixStream, QemuError> {
        let end = Instant::now() + START;
        loop {
            if let Ok(stream) = UnixStream::connect(socket) {
                return Ok(stream);
            }
            if self.has_ended() || Instant::now() >= end {
                return Err(QemuError::Failed(format!(
                    "QEMU did not start: {}",
                    self.last_words()
                )));
            }
            thread::sleep(POLL);
        }
    }

    /// What an error is due to: where QEMU has ended, what it said about that says more.
    pub(super) fn end_of(&mut self, error: QemuError) -> QemuError {
        // A connection can break a moment before its process has ended.
        thread::sleep(POLL);
        match self.has_ended() {
            true => QemuError::Failed(format!("QEMU ended: {}", self.last_words())),
            false => error,
        }
    }

    pub(super) fn has_ended(&mut self) -> bool {
        !matches!(self.child.try_wait(), Ok(None))
    }

    fn last_words(&self) -> String {
        let text = std::fs::read_to_string(self.folder.path().join("errors")).unwrap_or_default();
        match text.trim() {
            "" => "it said nothing".to_owned(),
            text => text.to_owned(),
        }
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        // Errors mean that it has ended already, which is what is wanted.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// QEMU's command, to be killed by the kernel when this process ends in whatever way.
fn dying_with_us(program: &Path) -> Command {
    let setpriv = Path::new("/usr/bin/setpriv");
    if !setpriv.exists() || which(program).is_none() {
        return Command::new(program);
    }
    let mut command = Command::new(setpriv);
    command.args(["--pdeathsig", "KILL", "--"]).arg(program);
    command
}

/// Whether a program can be found at all: `setpriv` would hide that it cannot.
fn which(program: &Path) -> Option<PathBuf> {
    if program.components().count() > 1 {
        return program.exists().then(|| program.to_owned());
    }
    let paths = env::var_os("PATH")?;
    env::split_paths(&paths).map(|folder| folder.join(program)).find(|path| path.is_file())
}

fn arguments(wanted: &Wanted<'_>, serial: &Path, socket: &Path) -> Vec<OsString> {
    let mut arguments: Vec<OsString> = Vec::new();
    if let Some(data) = env::var_os("RACKLET_FLASH_QEMU_DATA") {
        arguments.extend(["-L".into(), data]);
    }
    let fixed = "-S -display none -nodefaults -monitor none -no-reboot -gdb chardev:gdb -serial chardev:serial";
    arguments.extend(fixed.split(' ').map(OsString::from));
    arguments.extend(["-M".into(), wanted.machine.into()]);
    arguments.extend([
        "-chardev".into(),
        joined("socket,id=gdb,server=on,wait=off,path=", socket.as_os_str()),
    ]);
    let port = match wanted.console {
        Some(_) => "pty,id=serial".into(),
        None => joined("file,id=serial,path=", serial.as_os_str()),
    };
    arguments.extend(["-chardev".into(), port]);
    if let Some(nic) = wanted.nic {
        arguments.extend(["-nic".into(), nic.into()]);
    }
    if let Some(storage) = wanted.storage {
        arguments.extend(["-drive".into(), joined("if=sd,format=raw,file=", storage.as_os_str())]);
    }
    if let Some(third) = wanted.third {
        let drive = joined("if=sd,index=2,format=raw,file=", third.as_os_str());
        arguments.extend(["-drive".into(), drive]);
    }
    arguments
}

/// An option that ends in a path; QEMU wants the path's commas doubled.
fn joined(option: &str, path: &OsStr) -> OsString {
    let path = path.to_string_lossy().replace(',', ",,");
    format!("{option}{path}").into()
}

/// QEMU's SD cards are powers of two in size, as cards are on the whole.
fn check_storage(path: &Path) -> Result<(), QemuError> {
    let bad = |why: String| {
        QemuError::Storage(format!("{} cannot be the SD card: {why}", path.display()))
    };
    let metadata = std::fs::metadata(path).map_err(|error| bad(error.to_string()))?;
    match metadata.len() {
        size if size.is_power_of_two() => Ok(()),
        0 => Err(bad("it is empty; make one with `truncate -s 64M FILE`".into())),
        size => Err(bad(format!(
            "its {size} bytes are not a power of two; enlarge it with `truncate -s {} FILE`",
            size.next_power_of_two()
        ))),
    }
}
