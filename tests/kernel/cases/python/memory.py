# memory.py ADDRESS FILE: everything that pyamlboot does with memory, in 4 KiB at ADDRESS; what is there at the end goes into
# FILE.
import sys

from pyamlboot import pyamlboot

base = int(sys.argv[1], 0)
soc = pyamlboot.AmlogicSoC()


def same(what, found, wanted):
    if found != wanted:
        sys.exit(f"{what}: {found!r} is not {wanted!r}")


def noise(length, seed):
    return bytes((i * i * 31 + i * 7 + seed) >> 3 & 0xFF for i in range(length))


def read(address, length):
    pieces = [(at, min(64, length - at)) for at in range(0, length, 64)]
    return b"".join(bytes(soc.readSimpleMemory(address + at, size)) for at, size in pieces)


same("identify", [ord(c) for c in soc.identify()][2:6], [0, 0, 0, 0])
soc.nop()

for length in (1, 2, 4, 63, 64):
    data = noise(length, length)
    soc.writeSimpleMemory(base, data)
    same(f"{length} bytes", bytes(soc.readSimpleMemory(base, length)), data)
for length in (65, 128, 1000):
    data = noise(length, length)
    soc.writeMemory(base + 4, data)
    same(f"{length} bytes", read(base + 4, length), data)
for block in (64, 512, 4096):
    data = noise(4096, block)
    soc.writeLargeMemory(base, data, block)
    same(f"blocks of {block} bytes", read(base, 4096), data)
data = noise(1000, 3)
soc.writeLargeMemory(base, data, 512, True)
same("a ragged end", read(base, 1000), data)

soc.writeReg(base, 0x12345678)
same("writeReg", soc.readReg(base), 0x12345678)
soc.writeRegBits(base, 0x00FF0000, 0x00AB0000)
same("writeRegBits", soc.readReg(base), 0x12AB5678)
# Of the other six changes of a word pyamlboot and the vendor's U-Boot think differently: the board refuses them.

# Known of 1.0.0: a list's append() has no value. Were it mended, the tests could use it.
for broken in (soc.readMemory, soc.readLargeMemory):
    try:
        broken(base, 128)
    except AttributeError:
        continue
    sys.exit(f"{broken.__name__} works")

soc.writeLargeMemory(base, noise(4096, 9), 4096)
with open(sys.argv[2], "wb") as file:
    file.write(noise(4096, 9))
