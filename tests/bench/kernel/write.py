# write.py ADDRESS FILE BLOCK: a file to memory with pyamlboot, in blocks of so many bytes.
import sys

from pyamlboot import pyamlboot

address, path, block = sys.argv[1:]
with open(path, "rb") as file:
    data = file.read()
pyamlboot.AmlogicSoC().writeLargeMemory(int(address, 0), data, int(block))
