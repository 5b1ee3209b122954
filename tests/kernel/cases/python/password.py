# password.py PASSWORD: a password as other tools send it, 0 where the sum of its bytes belongs; prints whether one is
# wanted, and whether it was taken, before and after.
import sys

from pyamlboot import pyamlboot

soc = pyamlboot.AmlogicSoC()
print("%d %d" % tuple(ord(c) for c in soc.identify()[4:6]))
soc.dev.ctrl_transfer(0x40, pyamlboot.REQ_PASSWORD, 0, 0, sys.argv[1].encode())
print("%d %d" % tuple(ord(c) for c in soc.identify()[4:6]))
