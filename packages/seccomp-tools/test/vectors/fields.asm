# The halves of fields, which lie the other way round on big-endian machines.
A = instruction_pointer
A = instruction_pointer >> 32
A = args[0]
A = args[0] >> 32
A = args_h[3]
A = args[5]
A = data[16]
A == exit ? 0 : 1
return A
return 0x50001
