/** Something to be read before one goes on. Any key of a choice closes it. */
import { useConsole } from '../console.tsx';
import { Overlay, OverlayLayer, overlayWidth } from './overlay.tsx';
import { line, type StyledLine } from '../lines/styled.ts';
import { safe, wrap } from '../lines/text.ts';
import { useActions } from '../use-actions.ts';

export interface NoticeProps {
  readonly title: string;
  readonly text: readonly string[];
  /** The one button. */
  readonly goOn: string;
  readonly onClose: () => void;
}

function NoticeBox({ title, text, goOn, onClose }: NoticeProps) {
  const { columns, unicode } = useConsole();
  useActions('confirm', { 'confirm.choose': onClose, 'confirm.yes': onClose, 'confirm.no': onClose });
  const width = overlayWidth(72, columns);
  const said = text.flatMap((one): StyledLine[] => [
    ...wrap(safe(one), width - 4).map((part) => line(part)),
    [],
  ]);
  const button = line(`${unicode ? '›' : '>'} ${safe(goOn)} `, 'selected');
  return <Overlay title={title} lines={[...said, button]} width={width} />;
}

export function Notice(props: NoticeProps) {
  return (
    <OverlayLayer>
      <NoticeBox {...props} />
    </OverlayLayer>
  );
}
