#!/bin/sh
# Starts Luotsi with the Node.js that lies beside it; nothing else is needed of the machine.
self=$0
# Called through a link (from ~/bin, say), what belongs to it lies where the link points.
while [ -L "$self" ]; do
  target=$(readlink "$self")
  case $target in
    /*) self=$target ;;
    *) self=${self%/*}/$target ;;
  esac
done
case $self in
  */*) here=${self%/*} ;;
  *) here=. ;;
esac
exec "$here/node/node" "$here/app/bin/luotsi.cjs" "$@"
