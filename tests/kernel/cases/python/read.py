# read.py ADDRESS LENGTH FILE: memory of the board, in blocks of 4096 bytes. pyamlboot 1.0.0's own function for it ends with
# an AttributeError, so that its device is asked in the same way, by hand.
import struct
import sys

from pyamlboot import pyamlboot

BLOCK = 4096

address, length = int(sys.argv[1], 0), int(sys.argv[2])
count = -(-length // BLOCK)
device = pyamlboot.AmlogicSoC().dev
head = struct.pack("<IIII", address, count * BLOCK, 0, 0)
device.ctrl_transfer(0x40, pyamlboot.REQ_RD_LARGE_MEM, BLOCK, count, head)
blocks = [bytes(device.read(0x81, BLOCK, 1000)) for _ in range(count)]
with open(sys.argv[3], "wb") as file:
    file.write(b"".join(blocks)[:length])
