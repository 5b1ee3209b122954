//! An emulated board on a network of its own.
#![allow(dead_code, reason = "each test program uses its own part")]

use std::{
    fs::File,
    io::{BufRead, BufReader, Write as _},
    path::{Path, PathBuf},
    process::{Child, ChildStdin, Command, Stdio},
    sync::{Mutex, MutexGuard, PoisonError},
    thread,
    time::Duration,
};

use crate::tool::{self, Folder, Run, finish};

/// This computer's address on the network, and the network.
const HOST: &str = "10.7.0.1/24";
/// The address alone.
pub(crate) const HOST_ADDRESS: &str = "10.7.0.1";
/// What `--net` is in these tests: the board's address in that network.
pub(crate) const NET: &str = "10.7.0.15/24";

/// One emulated processor at a time: two of them on a small machine wait for each other's clocks.
static ONE: Mutex<()> = Mutex::new(());

/// A kind of machine.
pub(crate) struct Model {
    /// QEMU's program, machine and processor.
    qemu: &'static str,
    arguments: &'static str,
    /// Where Debian has its U-Boot: a path, or what follows the folder that `tests/setup` unpacks it to.
    uboot: &'static str,
    /// How U-Boot is given to QEMU.
    option: &'static str,
    /// Its storage, up to the file's name.
    storage: &'static str,
    /// Its network device, which is plugged into `net`.
    network: &'static str,
}

const VIRTIO_DISK: &str =
    "-device virtio-blk-device,drive=disk -drive if=none,format=raw,id=disk,file=";
const VIRTIO_NET: &str = "-device virtio-net-device,netdev=net";

/// RISC-V, 64 bits.
pub(crate) const RISCV64: Model = Model {
    qemu: "qemu-system-riscv64",
    arguments: "-M virt -m 512M",
    uboot: "/usr/lib/u-boot/qemu-riscv64_smode/uboot.elf",
    option: "-kernel",
    storage: VIRTIO_DISK,
    network: VIRTIO_NET,
};

/// The same with another U-Boot.
pub(crate) const fn riscv64_with(uboot: &'static str) -> Model {
    Model { uboot, ..RISCV64 }
}

/// Arm, 32 bits: autoboot runs into PXE, and neither `gzwrite` nor `unzip` is there.
pub(crate) const ARM: Model = Model {
    qemu: "qemu-system-arm",
    arguments: "-M virt -m 512M",
    uboot: "/usr/lib/u-boot/qemu_arm/u-boot.bin",
    option: "-bios",
    storage: VIRTIO_DISK,
    network: VIRTIO_NET,
};

/// Arm, 64 bits.
pub(crate) const ARM64: Model = Model {
    qemu: "qemu-system-aarch64",
    arguments: "-M virt -cpu cortex-a57 -m 512M",
    uboot: "/usr/lib/u-boot/qemu_arm64/u-boot.bin",
    option: "-bios",
    storage: VIRTIO_DISK,
    network: VIRTIO_NET,
};

/// The same with U-Boot 2025.01.
pub(crate) const NEWER_ARM64: Model = Model { uboot: "qemu_arm64/u-boot.bin", ..ARM64 };

/// SiFive's Unleashed: a real board, whose U-Boot is in SPI flash.
pub(crate) const UNLEASHED: Model = Model {
    qemu: "qemu-system-riscv64",
    arguments: "-M sifive_u -m 8G -smp 2",
    uboot: "sifive_unleashed/u-boot.bin",
    option: "-kernel",
    storage: "-drive if=mtd,format=raw,file=",
    network: "-net nic,netdev=net",
};

impl Model {
    /// Where its U-Boot is.
    fn uboot(&self) -> String {
        match self.uboot {
            absolute if absolute.starts_with('/') => absolute.into(),
            newer if newer.starts_with("qemu_") => in_folder("RACKLET_FLASH_UBOOT_NEWER", newer),
            riscv => unpacked(riscv),
        }
    }
}

/// A file of the U-Boots for RISC-V boards that `tests/setup` unpacks.
pub(crate) fn unpacked(name: &str) -> String {
    in_folder("RACKLET_FLASH_UBOOT_RISCV", name)
}

/// A file in the folder that a variable names.
fn in_folder(variable: &str, name: &str) -> String {
    let folder = std::env::var(variable).expect("tests/run sets it");
    format!("{folder}/{name}")
}

/// What QEMU's network device is plugged into.
pub(crate) const TAP: &str = "tap,ifname=tap,script=no,downscript=no";

/// A network namespace: it lives as long as the process that was put into it. Nothing speaks IPv6 in it, and no neighbour is
/// asked whether it is still there: QEMU's model of Allwinner's EMAC never receives again after a frame that came while its
/// receiver was off, which it is between two loads.
pub(crate) struct Namespace(Child);

impl Namespace {
    pub(crate) fn new() -> Self {
        let script = format!(
            "ip link set lo up && ip tuntap add dev tap mode tap && echo 1 >/proc/sys/net/ipv6/conf/tap/disable_ipv6 && \
             echo 3600 >/proc/sys/net/ipv4/neigh/tap/delay_first_probe_time && \
             ip addr add {HOST} dev tap && ip link set tap up && echo ready && exec sleep 3600"
        );
        let mut child = Command::new("unshare")
            .args(["--net", "sh", "-c", &script])
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .spawn()
            .expect("Debian's util-linux has it");
        let mut line = String::new();
        let stdout = child.stdout.take().expect("piped");
        BufReader::new(stdout).read_line(&mut line).expect("text");
        assert_eq!(
            line, "ready\n",
            "a network namespace takes root, /dev/net/tun, and Debian's iproute2"
        );
        Self(child)
    }

    /// A command in it.
    pub(crate) fn command(&self, program: &str) -> Command {
        let mut command = Command::new("nsenter");
        command.arg("--net").arg(format!("--target={}", self.0.id())).arg("--").arg(program);
        command
    }
}

impl Drop for Namespace {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// The process that is a bad network.
struct Relay(Child);

impl Relay {
    /// The UDP ports of itself and of QEMU. The namespace has its own.
    const PORTS: (&str, &str) = ("7101", "7102");

    fn start(namespace: &Namespace, seed: u64) -> Self {
        let script = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/uboot/relay.py");
        let mut command = namespace.command("python3");
        command.args([script, "tap", Self::PORTS.0, Self::PORTS.1, &seed.to_string()]);
        let mut child =
            command.stdin(Stdio::null()).stdout(Stdio::piped()).spawn().expect("Debian's python3");
        let mut line = String::new();
        let stdout = child.stdout.take().expect("piped");
        BufReader::new(stdout).read_line(&mut line).expect("text");
        assert_eq!(line, "ready\n");
        Self(child)
    }

    /// What QEMU's network device is plugged into.
    fn backend() -> String {
        format!("socket,udp=127.0.0.1:{},localaddr=127.0.0.1:{}", Self::PORTS.0, Self::PORTS.1)
    }
}

impl Drop for Relay {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// A running machine, its console, and its disk.
pub(crate) struct Machine {
    child: Child,
    /// The console's pty.
    pub(crate) port: String,
    namespace: Namespace,
    /// Where the binary remembers ports.
    state: Folder,
    /// QEMU ends with its monitor, and the SiFive UART's model stands still for good when nobody has its pty open.
    _held: (ChildStdin, File),
    _relay: Option<Relay>,
    _alone: MutexGuard<'static, ()>,
}

impl Machine {
    /// Starts it with a disk.
    pub(crate) fn start(model: &Model, disk: &Path) -> Self {
        Self::begin(model, disk, None)
    }

    /// The same on a bad network.
    pub(crate) fn badly_connected(model: &Model, disk: &Path, seed: u64) -> Self {
        Self::begin(model, disk, Some(seed))
    }

    fn begin(model: &Model, disk: &Path, seed: Option<u64>) -> Self {
        let alone = ONE.lock().unwrap_or_else(PoisonError::into_inner);
        let uboot = model.uboot();
        assert!(Path::new(&uboot).exists(), "{uboot} is missing: tests/setup gets it");
        let namespace = Namespace::new();
        let relay = seed.map(|seed| Relay::start(&namespace, seed));
        let backend = relay.as_ref().map_or_else(|| TAP.to_owned(), |_| Relay::backend());
        let mut command = namespace.command(model.qemu);
        command
            .args(model.arguments.split(' '))
            .args("-S -display none -monitor stdio -serial pty".split(' '))
            .args([model.option, &uboot])
            .args(format!("{}{}", model.storage, tool::text(disk)).split(' '))
            .args(["-netdev", &format!("{backend},id=net")])
            .args(model.network.split(' '));
        let mut child = command
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .expect("tests/setup installs QEMU");
        let said =
            BufReader::new(child.stdout.take().expect("piped")).lines().map_while(Result::ok);
        let port = said
            .filter_map(|line| {
                Some(line.split_once("redirected to ")?.1.split(' ').next()?.to_owned())
            })
            .next()
            .expect("QEMU names the pty");
        let (monitor, line) = switch_on(&mut child, &port);
        let state = Folder::new();
        Self { child, port, namespace, state, _held: (monitor, line), _relay: relay, _alone: alone }
    }

    /// Runs the shipped binary on the machine's network, with its console as the port.
    pub(crate) fn run(&self, arguments: &[&str]) -> Run {
        finish(&mut self.command(arguments))
    }

    /// The same, to be started by the caller.
    pub(crate) fn command(&self, arguments: &[&str]) -> Command {
        let mut command = self.tool();
        command.args(arguments).args(["--port", &self.port]).stdin(Stdio::null());
        command
    }

    /// Another program there.
    pub(crate) fn other(&self, program: &str) -> Command {
        self.namespace.command(program)
    }

    /// The shipped binary on the machine's network.
    pub(crate) fn tool(&self) -> Command {
        let mut command = self.namespace.command(env!("CARGO_BIN_EXE_racklet-flash"));
        command.env("XDG_STATE_HOME", self.state.path(""));
        command
    }

    /// Has this computer answer no `ping` any more.
    pub(crate) fn hush(&self) {
        let mut command = self.namespace.command("sh");
        let status =
            command.args(["-c", "echo 1 >/proc/sys/net/ipv4/icmp_echo_ignore_all"]).status();
        assert!(status.expect("a shell").success());
    }
}

impl Drop for Machine {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Has a machine begin, once QEMU has noticed that its pty is open: it looks every second.
fn switch_on(child: &mut Child, port: &str) -> (ChildStdin, File) {
    let line = File::options().read(true).write(true).open(port).expect("QEMU has made it");
    thread::sleep(Duration::from_millis(1500));
    let mut monitor = child.stdin.take().expect("piped");
    monitor.write_all(b"cont\n").expect("QEMU runs");
    (monitor, line)
}

/// A disk of that many MiB, with something on it.
pub(crate) fn disk(folder: &Folder, mebibytes: u64) -> PathBuf {
    let path = folder.path("disk");
    std::fs::write(&path, vec![0xee_u8; (mebibytes << 20) as usize]).expect("there is room");
    path
}
