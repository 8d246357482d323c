# Pipes, and jobs that are stopped and go on, in a shell that has a terminal.
set -m
seq 1 2000 | sort -rn | head -n 3
sleep 0.3 &
kill -STOP %1
sleep 0.1 # until the shell has been told
jobs | sed 's/ \+/ /g'
kill -CONT %1
fg %1 >/dev/null
echo "job ended with $?"
(exit 7) &
wait %1
echo "job ended with $?"
tty >/dev/null && echo 'on a terminal'
exit 5
