//! The published crate rockusb as a program, for the bench on the kernel to run beside ours:
//!
//!     rockusb-client nusb|libusb write|read SECTOR COUNT FILE SECTORS
//!
//! Reads or writes COUNT sectors from SECTOR on, SECTORS of them in one command: 128 is what their own stream has, and so
//! their `write-file`; more is up to who calls their `read_lba` and `write_lba`.

use std::{
    env,
    error::Error,
    fs::File,
    io::{Read, Write},
};

use rockusb::{
    device::{Device, DeviceAsync, Transport, TransportAsync},
    libusb, nusb,
};

type Outcome<T = ()> = Result<T, Box<dyn Error>>;

/// Sectors of a job, command by command.
struct Job {
    writes: bool,
    next: u32,
    end: u32,
    file: File,
    buffer: Vec<u8>,
}

impl Job {
    fn parse(words: &[String]) -> Outcome<Self> {
        let [what, sector, count, path, sectors] = words else {
            return Err("write|read SECTOR COUNT FILE SECTORS".into());
        };
        let writes = what == "write";
        let file = if writes { File::open(path)? } else { File::create(path)? };
        let next = sector.parse()?;
        let end = next + count.parse::<u32>()?;
        Ok(Self { writes, next, end, file, buffer: vec![0; sectors.parse::<usize>()? * 512] })
    }

    /// The sector of the next command; its bytes are in the buffer where it writes.
    fn begin(&mut self) -> Outcome<Option<u32>> {
        let left = (self.end - self.next) as usize * 512;
        if left == 0 {
            return Ok(None);
        }
        self.buffer.truncate(left);
        if self.writes {
            self.file.read_exact(&mut self.buffer)?;
        }
        Ok(Some(self.next))
    }

    fn done(&mut self, bytes: u32) -> Outcome {
        if bytes as usize != self.buffer.len() {
            return Err("the device moved another number of bytes".into());
        }
        if !self.writes {
            self.file.write_all(&self.buffer)?;
        }
        self.next += bytes / 512;
        Ok(())
    }
}

fn blocking<T: Transport>(mut device: Device<T>, mut job: Job) -> Outcome {
    while let Some(sector) = job.begin()? {
        let done = match job.writes {
            true => device.write_lba(sector, &job.buffer),
            false => device.read_lba(sector, &mut job.buffer),
        };
        job.done(done.map_err(|error| error.to_string())?)?;
    }
    Ok(())
}

async fn awaiting<T: TransportAsync>(mut device: DeviceAsync<T>, mut job: Job) -> Outcome {
    while let Some(sector) = job.begin()? {
        let done = match job.writes {
            true => device.write_lba(sector, &job.buffer).await,
            false => device.read_lba(sector, &mut job.buffer).await,
        };
        job.done(done.map_err(|error| error.to_string())?)?;
    }
    Ok(())
}

async fn through_nusb(job: Job) -> Outcome {
    let info = nusb::devices().await?.next().ok_or("no device")?;
    awaiting(nusb::Device::from_usb_device_info(info).await?, job).await
}

fn through_libusb(job: Job) -> Outcome {
    let device = libusb::Devices::new()?.iter().next().ok_or("no device")?;
    blocking(device.map_err(|error| error.to_string())?, job)
}

fn main() -> Outcome {
    let words: Vec<_> = env::args().skip(1).collect();
    let (through, words) = words.split_first().ok_or("nusb|libusb write|read …")?;
    let job = Job::parse(words)?;
    match through.as_str() {
        "libusb" => through_libusb(job),
        _ => tokio::runtime::Builder::new_multi_thread().build()?.block_on(through_nusb(job)),
    }
}
