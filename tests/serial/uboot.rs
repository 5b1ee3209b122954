//! U-Boot as Debian builds it, on a RISC-V board that QEMU emulates, judged by its own `crc32`.

use std::{
    io::{BufRead, BufReader},
    process::{Child, Command, Stdio},
    sync::{Mutex, MutexGuard},
    time::Duration,
};

use link::{ByteLink, Silent, noise::Noise};
use racklet_flash::transport::{SerialLine, Stop};
use uboot::{
    crc32,
    host::{Buffers, Cause, Console, Error, Flasher, Prompt, Step, reach_prompt},
};
use xmodem::{Profile, Sender, drive::File};

use crate::{
    image, program,
    pty::{self, Noisy},
};

const UBOOT: &str = "/usr/lib/u-boot/qemu-riscv64_smode/uboot.elf";
const ADDRESS: u64 = 0x8400_0000;
const PATIENCE: Duration = Duration::from_secs(60);
/// An emulated processor on a busy machine.
pub(crate) const LIMIT: Duration = Duration::from_secs(60);

/// One emulated processor at a time: two of them on a small machine wait for each other's clocks.
static ONE: Mutex<()> = Mutex::new(());

/// A running machine.
pub(crate) struct Machine {
    child: Child,
    pub(crate) line: SerialLine,
    _alone: MutexGuard<'static, ()>,
}

impl Drop for Machine {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// The RISC-V board.
fn machine() -> Machine {
    machine_with(&[])
}

/// The same with more hardware.
pub(crate) fn machine_with(hardware: &[&str]) -> Machine {
    assert!(
        std::path::Path::new(UBOOT).exists(),
        "{UBOOT} is missing: tests/setup installs Debian's u-boot-qemu"
    );
    let mut command = program("qemu-system-riscv64", "qemu-system-misc");
    command.args("-M virt -m 256M -kernel".split(' ')).arg(UBOOT).args(hardware);
    start(&mut command)
}

/// Starts a machine with its console on a pty.
pub(crate) fn start(command: &mut Command) -> Machine {
    let alone = ONE.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
    command.args("-display none -monitor none -serial pty".split(' '));
    let mut child =
        command.stdin(Stdio::null()).stdout(Stdio::piped()).spawn().expect("it was found");
    let said = BufReader::new(child.stdout.take().expect("piped")).lines().map_while(Result::ok);
    let path = said
        .filter_map(|line| Some(line.split_once("redirected to ")?.1.split(' ').next()?.to_owned()))
        .next();
    let path = path.expect("QEMU names the pty");
    let line = SerialLine::open(&path, pty::BAUD, Stop::default()).expect("a tty");
    Machine { child, line, _alone: alone }
}

/// Sends `data` to a load command and has U-Boot sum what arrived.
fn load(prompt: &mut Prompt<'_, '_>, command: &str, mut sender: Sender, data: &[u8]) {
    prompt.start(&format!("{command} {ADDRESS:#x}")).expect("it is typed");
    let mut source = data;
    let mut files = [File { name: "image.bin".into(), source: &mut source }];
    let announce = xmodem::drive::Announce {
        step: link::StepId::SEND,
        waiting: "waiting for U-Boot",
        sending: "sending the image",
    };
    let sent = prompt
        .console()
        .transfer(Step::LOAD, announce, &mut sender, &mut files)
        .expect("it arrives");
    assert!(sent.confirmed);
    let output = prompt.finish(LIMIT).expect("the command ends");
    assert_eq!(output.status, 0, "{}", output.text);
    let length = format!("{:#x}", data.len());
    let sum =
        prompt.must(Step::VERIFY, &format!("crc32 {ADDRESS:#x} {length}"), LIMIT).expect("it sums");
    assert!(sum.contains(&format!("==> {:08x}", crc32(data))), "{sum}");
    // What U-Boot itself counted: XMODEM's padding is its own to strip.
    let size = prompt.must(Step::VERIFY, "echo size=$filesize", LIMIT).expect("it tells");
    assert!(size.contains(&format!("size={:x}", data.len())), "{size}");
}

#[test]
fn uboot_gets_files_by_every_protocol_and_its_sums_hold() {
    let mut machine = machine();
    let mut silent = Silent;
    let mut console = Console::new(&mut machine.line, &mut silent);
    let mut prompt = reach_prompt(&mut console).expect("a prompt");
    let data = image(40_001);
    let size = data.len() as u64;
    let ymodem = |profile| Sender::ymodem(profile, vec![size], PATIENCE);
    load(&mut prompt, "loady", ymodem(Profile::UBOOT), &data);
    // Other bytes each time: what the last one left must not be taken for this one.
    let data: Vec<u8> = data.iter().map(|byte| !byte).collect();
    load(&mut prompt, "loadx", Sender::xmodem(Profile::UBOOT, size, PATIENCE), &data);
    let data = image(20_001);
    let size = data.len() as u64;
    load(
        &mut prompt,
        "loadx",
        Sender::xmodem(Profile::UBOOT.short_blocks(), size, PATIENCE),
        &data,
    );
    let data: Vec<u8> = data.iter().map(|byte| !byte).collect();
    load(
        &mut prompt,
        "loady",
        Sender::ymodem(Profile::UBOOT.short_blocks(), vec![size], PATIENCE),
        &data,
    );
    load(&mut prompt, "loady", Sender::ymodem(Profile::UBOOT, vec![1], PATIENCE), &[0x55]);
}

#[test]
fn uboot_gets_a_file_over_a_bad_line_and_its_sum_holds() {
    let mut machine = machine();
    let mut silent = Silent;
    let data = image(60_001);
    // The prompt is reached before the line goes bad: what noise does to that is the virtual boards' matter.
    reach_prompt(&mut Console::new(&mut machine.line, &mut silent)).expect("a prompt");
    for seed in 0..2 {
        let mut line = Noisy::new(&mut machine.line, Noise::random(seed, 50));
        let mut console = Console::new(&mut line, &mut silent);
        let mut prompt = Prompt::open(&mut console).expect("a prompt");
        load(&mut prompt, "loady", Sender::ymodem(Profile::UBOOT, vec![60_001], PATIENCE), &data);
        assert!(line.struck > 0, "seed {seed} did nothing");
    }
}

/// The change of rate as U-Boot has it; on a pty it costs nothing and gains nothing.
#[test]
fn uboot_loads_at_another_rate_and_comes_back() {
    let mut machine = machine();
    let mut silent = Silent;
    let mut console = Console::new(&mut machine.line, &mut silent);
    let mut prompt = reach_prompt(&mut console).expect("a prompt");
    let data = image(30_001);
    let buffers = Buffers { load: ADDRESS, check: ADDRESS + 0x10_0000 };
    let loaded = Flasher::new(&mut prompt, buffers, Some(1_500_000))
        .load("image", &data)
        .expect("it arrives");
    assert_eq!(loaded, crc32(&data));
    assert!(prompt.console().heard().contains("Switch baudrate to 1500000 bps"));
    assert_eq!(machine.line.baud(), pty::BAUD);
}

#[test]
fn uboots_prompt_tells_output_and_status() {
    let mut machine = machine();
    let mut silent = Silent;
    let mut console = Console::new(&mut machine.line, &mut silent);
    let mut prompt = reach_prompt(&mut console).expect("a prompt");
    let output = prompt.run("version", LIMIT).expect("it answers");
    assert!(output.text.starts_with("U-Boot 20") && output.status == 0, "{output:?}");
    assert_eq!(prompt.run("false", LIMIT).expect("it answers").status, 1);
    let output =
        prompt.run("setenv a hello; setenv b world; echo $a, $b", LIMIT).expect("it answers");
    assert_eq!((output.text.as_str(), output.status), ("hello, world", 0));
    let error = prompt.must(Step::COMMAND, "nonsense", LIMIT).expect_err("no such command");
    assert!(error.to_string().contains("Unknown command 'nonsense'"), "{error}");
    let error = prompt.run("sleep 30", Duration::from_secs(2)).expect_err("it takes longer");
    assert!(
        matches!(error, Error { step: Step::COMMAND, cause: Cause::Missing(_), .. }),
        "{error}"
    );
    prompt.interrupt().expect("typed");
    assert_eq!(prompt.run("echo again", LIMIT).expect("it is back").text, "again");
    let long = "x".repeat(200);
    assert_eq!(prompt.run(&format!("echo {long}"), LIMIT).expect("it answers").text, long);
}
