# A build as a shell script makes it: three sources compiled, linked, and the program run, in a folder of its own.
set -e
folder=$(mktemp -d)
cd "$folder"
for n in 1 2; do
  echo "int f$n(int x) { return x * $n; }" > f$n.c
  gcc -O2 -c f$n.c -o f$n.o
done
printf '#include <stdio.h>\nint f1(int), f2(int);\nint main(void) { printf("%%d\\n", f1(f2(3))); }\n' > main.c
gcc -O2 -c main.c -o main.o
gcc f1.o f2.o main.o -o main
./main
rm -r "$folder"
