# Every statement of the assembly, in each of its spellings.
A = arch
if (A != ARCH_X86_64) goto other
A = sys_number
A == read ? fine : next
A == 1 ? fine : next            # write
A != i386.socketcall ? 2 : next
A = x32_execve
return A
A >= 0x40000000 ? far : next
A <= 5 ? next : fine
A < 0x9 ? fine : next
a > -1 ? far : next
A & 0x11 ? fine : next
if (!(!(A & X))) jmp fine
else
  jump next
A = instruction_pointer
A = instruction_pointer >> 32
X = A
A = args[0]
A -= X
mem[0] = A
A = args[1] >> 32
mem[15] = X
A = args_h[5]
A = data[20]
A = len
A *= 0x7
A /= (3)
A |= 010
A ^= X
A <<= 4
A >>=
  X
A += aarch64.openat
A = -A
A = mem[0]
X = mem[15]
X = 0xffffffff
A = X
A == X ? fine : other
other:
even: if (
  A    # of arch
  == ARCH_S390X
) goto 1 else goto fine
return TRAP(7)
return ERRNO(1)
far:
  goto last
fine: return ALLOW
last: return 0x7ff00003
