//! Finding boards by their physical port, and opening them.

use std::{
    fmt,
    time::{Duration, Instant},
};

#[cfg(feature = "libusb")]
use super::libusb;
use super::{
    PortPath, Stop, nusb_bus,
    place::{Claimed, OpenError, Place},
    usb_lock::{self, PortLock},
};

/// The time between two looks for a board that is awaited.
const LOOK: Duration = Duration::from_millis(50);
/// How long a device that has just come may refuse to be opened.
const SETTLE: Duration = Duration::from_secs(2);

/// The library that USB devices are reached through.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Bus {
    /// nusb, which speaks to usbfs itself
    #[default]
    Nusb,
    /// libusb, the C library that most other tools use, where this program was built with it
    Libusb,
}

/// Why there is no board to speak to.
#[derive(Debug)]
pub enum Missing {
    /// None fits.
    Nothing {
        /// The port that was asked for.
        port: Option<PortPath>,
        /// How long it was waited for.
        waited: Duration,
        /// What is there instead, in words; empty: nothing that anybody could mean.
        there: String,
    },
    /// More than one fits.
    Several {
        /// Where they are.
        ports: Vec<PortPath>,
    },
    /// The board left its port and did not come back.
    Lost {
        /// Where it was.
        port: String,
        /// How long it was waited for.
        waited: Duration,
    },
    /// The user stopped the wait.
    Interrupted,
    /// USB devices cannot be listed on this machine.
    Unlisted(String),
}

impl Missing {
    /// Whether an error says that no board is there, or that none can be looked for.
    pub fn is_reason(error: &anyhow::Error) -> bool {
        matches!(error.downcast_ref(), Some(Self::Nothing { .. } | Self::Unlisted(_)))
    }
}

impl fmt::Display for Missing {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Nothing { port, waited, there } => {
                f.write_str("no board in a recovery mode")?;
                if !there.is_empty() {
                    f.write_str(" that this command is for")?;
                }
                if let Some(port) = port {
                    write!(f, " at port {port}")?;
                }
                if !waited.is_zero() {
                    write!(f, " within {} s", waited.as_secs_f32())?;
                }
                if there.is_empty() { Ok(()) } else { write!(f, "; {there}") }
            }
            Self::Several { ports } => {
                let ports: Vec<_> = ports.iter().map(ToString::to_string).collect();
                write!(f, "more than one board fits: at the ports {}", ports.join(", "))
            }
            Self::Lost { port, waited } => write!(
                f,
                "the board did not come back to port {port} within {} s",
                waited.as_secs_f32()
            ),
            Self::Interrupted => f.write_str("interrupted while waiting for a board"),
            Self::Unlisted(why) => write!(f, "USB devices cannot be listed: {why}"),
        }
    }
}

impl std::error::Error for Missing {}

/// Every device whose USB ids `fits` accepts, by port.
pub fn list(bus: Bus, fits: fn(u16, u16) -> bool) -> Result<Vec<Place>, Missing> {
    let mut places = match bus {
        Bus::Nusb => nusb_bus::list(),
        #[cfg(feature = "libusb")]
        Bus::Libusb => libusb::list(),
        #[cfg(not(feature = "libusb"))]
        Bus::Libusb => Err("this program was built without libusb".into()),
    }
    .map_err(Missing::Unlisted)?;
    places.retain(|place| fits(place.vendor, place.product));
    places.sort_by(|a, b| a.port.cmp(&b.port));
    Ok(places)
}

/// What a look for a board came to.
enum Look<T, E> {
    Found(T),
    /// It may be otherwise in a moment.
    NotYet(E),
    /// Looking again does not help.
    Never(E),
}

/// Looks until there is something, which may be up to `limit`, or the user has had enough.
fn keep_looking<T, E: From<Missing>>(
    limit: Duration,
    stop: &Stop,
    mut look: impl FnMut() -> Look<T, E>,
) -> Result<T, E> {
    let start = Instant::now();
    loop {
        let late = start.elapsed() >= limit;
        match look() {
            Look::Found(found) => return Ok(found),
            Look::Never(error) => return Err(error),
            Look::NotYet(_) if stop.asked() => return Err(Missing::Interrupted.into()),
            Look::NotYet(error) if late => return Err(error),
            Look::NotYet(_) => std::thread::sleep(LOOK.min(limit)),
        }
    }
}

/// The one device that fits, at `port` or its twin where one is given. Waits up to `wait` for it to show up.
pub fn find(
    bus: Bus,
    fits: fn(u16, u16) -> bool,
    port: Option<&PortPath>,
    wait: Duration,
    stop: &Stop,
) -> Result<Place, Missing> {
    let wanted = |place: &Place| port.is_none_or(|port| place.is_at(port));
    keep_looking(wait, stop, || {
        let mut places = match list(bus, fits) {
            Ok(places) => places,
            Err(error) => return Look::Never(error),
        };
        places.retain(wanted);
        match places.len() {
            0 => Look::NotYet(Missing::Nothing {
                port: port.cloned(),
                waited: wait,
                there: String::new(),
            }),
            1 => Look::Found(places.remove(0)),
            _ => Look::Never(Missing::Several {
                ports: places.into_iter().map(|place| place.port).collect(),
            }),
        }
    })
}

/// Waits for what comes to the port of `old`, or to its twin, after that has left, and opens it. A node that may not be
/// opened at once is tried again: udev's rules take a moment.
pub fn again(
    bus: Bus,
    old: &Place,
    fits: fn(u16, u16) -> bool,
    limit: Duration,
    stop: &Stop,
) -> anyhow::Result<(Place, Claimed)> {
    let ports = [Some(old.port.clone()), old.port.twin()];
    // Whatever enumerates gets a new address.
    let is_next = |place: &Place| {
        ports.iter().flatten().any(|port| *port == place.port) && place.address != old.address
    };
    keep_looking(limit, stop, || {
        // A device that leaves while it is looked at may spoil a list; the next one has it no more.
        let places = match list(bus, fits) {
            Ok(places) => places,
            Err(error) => return Look::NotYet(error.into()),
        };
        match places.into_iter().find(is_next).map(|place| (place.open(), place)) {
            Some((Ok(claimed), place)) => Look::Found((place, claimed)),
            Some((Err(error), _)) => Look::NotYet(error.into()),
            None => {
                Look::NotYet(Missing::Lost { port: old.port.to_string(), waited: limit }.into())
            }
        }
    })
}

/// Takes a port for this process, until the lock is dropped: over restarts of its board, too.
pub fn lock_port(port: &PortPath) -> Result<PortLock, OpenError> {
    usb_lock::take(port).map_err(|by| OpenError::Locked { port: port.clone(), by })
}

/// Opens a device that has only just come: the kernel lists it before its node exists, and udev's rules take another
/// moment to say whose the node is. What still cannot be opened after that cannot be opened.
pub fn open_new(place: &Place, stop: &Stop) -> anyhow::Result<Claimed> {
    keep_looking(SETTLE, stop, || match place.open() {
        Ok(claimed) => Look::Found(claimed),
        Err(error) => Look::NotYet(error.into()),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn missing(waited: Duration) -> Missing {
        Missing::Nothing { port: None, waited, there: String::new() }
    }

    #[test]
    fn what_is_not_there_yet_is_looked_for_again() {
        let mut left = 3;
        let found = keep_looking(Duration::from_secs(60), &Stop::default(), || {
            left -= 1;
            if left == 0 { Look::Found(7) } else { Look::NotYet(missing(LOOK)) }
        });
        assert_eq!(found.ok(), Some(7));
    }

    #[test]
    fn without_time_there_is_one_look() {
        let mut looks = 0;
        let found = keep_looking::<(), _>(Duration::ZERO, &Stop::default(), || {
            looks += 1;
            Look::NotYet(missing(Duration::ZERO))
        });
        assert!(matches!(found, Err(Missing::Nothing { .. })));
        assert_eq!(looks, 1);
    }

    #[test]
    fn the_last_look_is_after_the_limit() {
        let (limit, start) = (LOOK * 3, Instant::now());
        let found = keep_looking(limit, &Stop::default(), || {
            if start.elapsed() >= limit { Look::Found(()) } else { Look::NotYet(missing(limit)) }
        });
        assert!(found.is_ok(), "what came in the last moment was overlooked");
    }

    #[test]
    fn what_never_comes_is_not_waited_for() {
        let several = Missing::Several { ports: Vec::new() };
        let mut answer = Some(Look::<(), _>::Never(several));
        let found = keep_looking(Duration::from_secs(60), &Stop::default(), || {
            answer.take().expect("it is asked once")
        });
        assert!(matches!(found, Err(Missing::Several { .. })));
    }

    #[test]
    fn a_stop_ends_the_looking() {
        let stop = Stop::default();
        let found = keep_looking::<(), _>(Duration::from_secs(60), &stop, || {
            stop.request();
            Look::NotYet(missing(LOOK))
        });
        assert!(matches!(found, Err(Missing::Interrupted)));
    }
}
