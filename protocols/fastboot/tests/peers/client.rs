//! The published crate fastboot-protocol as a program, for tests/kernel to run against our virtual boards: all that it can do.
//!
//!     fastboot-client PORT getvar NAME | getvars | stage FILE | flash PARTITION FILE | erase PARTITION
//!     fastboot-client PORT continue | reboot [MODE]
//!
//! PORT is the kernel's name of a port: 1-3. What it is told goes to stdout; an error to stderr, with exit code 1.

use std::{env, error::Error, fs};

use fastboot_protocol::nusb::{NusbFastBoot, devices};
use futures::executor::block_on;

type Outcome<T = ()> = Result<T, Box<dyn Error>>;

/// The device at a port.
async fn open(port: &str) -> Outcome<NusbFastBoot> {
    let mut found = devices().await?.filter(|device| device.sysfs_path().ends_with(port));
    let device = found.next().ok_or("no device in fastboot is at that port")?;
    Ok(NusbFastBoot::from_info(&device).await?)
}

/// Sends a file, half of it through each of its two ways.
async fn stage(device: &mut NusbFastBoot, path: &str) -> Outcome {
    let bytes = fs::read(path)?;
    let mut download = device.download(u32::try_from(bytes.len())?).await?;
    let (first, mut rest) = bytes.split_at(bytes.len() / 2);
    download.extend_from_slice(first).await?;
    while !rest.is_empty() {
        let buffer = download.get_mut_data(rest.len()).await?;
        let (now, later) = rest.split_at(buffer.len());
        buffer.copy_from_slice(now);
        rest = later;
    }
    Ok(download.finish().await?)
}

async fn run(words: &[&str]) -> Outcome<String> {
    let (port, words) = words.split_first().ok_or("PORT COMMAND …")?;
    let mut device = open(port).await?;
    match words {
        ["getvar", name] => return Ok(device.get_var(name).await?),
        ["getvars"] => {
            let all = device.get_all_vars().await?;
            let mut lines: Vec<_> =
                all.iter().map(|(key, value)| format!("{key}={value}")).collect();
            lines.sort();
            return Ok(lines.join("\n"));
        }
        ["stage", file] => stage(&mut device, file).await?,
        ["flash", partition, file] => {
            stage(&mut device, file).await?;
            device.flash(partition).await?;
        }
        ["erase", partition] => device.erase(partition).await?,
        ["continue"] => device.continue_boot().await?,
        ["reboot"] => device.reboot().await?,
        ["reboot", mode] => device.reboot_to(mode).await?,
        _ => return Err("no such command".into()),
    }
    Ok(String::new())
}

fn main() -> Outcome {
    let words: Vec<_> = env::args().skip(1).collect();
    let words: Vec<_> = words.iter().map(String::as_str).collect();
    println!("{}", block_on(run(&words))?);
    Ok(())
}
