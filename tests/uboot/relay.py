"""Joins a tap to QEMU's `-nic socket,udp=…`, and is a bad network between them.

relay.py TAP LOCAL REMOTE SEED: LOCAL and REMOTE are UDP ports of 127.0.0.1. Of a hundred frames each way about one is lost,
one comes twice, and two change places with the next.
"""
import fcntl
import os
import random
import select
import socket
import struct
import sys
import time

TUNSETIFF = 0x400454CA
IFF_TAP, IFF_NO_PI = 2, 0x1000

tap, local, remote, seed = sys.argv[1], int(sys.argv[2]), int(sys.argv[3]), int(sys.argv[4])
frames = os.open("/dev/net/tun", os.O_RDWR)
fcntl.ioctl(frames, TUNSETIFF, struct.pack("16sH22x", tap.encode(), IFF_TAP | IFF_NO_PI))
wire = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
wire.bind(("127.0.0.1", local))
dice = random.Random(seed)


class Way:
    """One direction."""

    def __init__(self, send):
        self.send, self.held = send, None

    def take(self, frame):
        fate = dice.randrange(100)
        if fate == 0:
            return
        if fate in (1, 2) and self.held is None:
            self.held = frame
            return
        self.send(frame)
        if fate == 3:
            self.send(frame)
        self.let_go()

    def let_go(self):
        if self.held is not None:
            self.send(self.held)
            self.held = None




def to_wire(frame):
    """Not faster than a wire is: U-Boot's virtio driver never receives again once its 32 buffers were full."""
    wire.sendto(frame, ("127.0.0.1", remote))
    time.sleep(0.00005)


to_tap = Way(lambda frame: os.write(frames, frame))
to_board = Way(to_wire)
print("ready", flush=True)
while True:
    readable = select.select([frames, wire], [], [], 0.05)[0]
    if not readable:
        to_tap.let_go()
        to_board.let_go()
    if wire in readable:
        to_tap.take(wire.recv(65536))
    if frames in readable:
        to_board.take(os.read(frames, 65536))
