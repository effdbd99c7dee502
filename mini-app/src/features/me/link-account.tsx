import { type FormEvent, useState } from 'react';
import type { LinkReply } from '../../api/endpoints.ts';
import { ENDPOINTS } from '../../api/endpoints.ts';
import { failureWords } from '../../session/call-failure.ts';
import type { SessionStore } from '../../session/session-store.ts';
import { TextField } from '../../ui/field.tsx';
import { Notice } from '../../ui/notice.tsx';
import { roleWords } from './person-words.ts';

const SHORTEST = 4;
const LONGEST = 40;

interface LinkAccountProps {
  readonly session: Pick<SessionStore, 'call' | 'replace'>;
  readonly onDone: () => void;
}

/** A one-time code: from the ward for people with an office, or from the ward's chat to join the two. */
export function LinkAccount({ session, onDone }: LinkAccountProps) {
  const [code, setCode] = useState('');
  const [error, setError] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const [linked, setLinked] = useState<LinkReply | null>(null);

  const send = async (event: FormEvent) => {
    event.preventDefault();
    const typed = code.trim();
    if (typed.length < SHORTEST) return setError('Xin nhập đủ mã, gồm cả chữ và số.');
    setBusy(true);
    setError(null);
    try {
      const reply = await session.call(ENDPOINTS.link, { body: { code: typed } });
      session.replace(reply.token, reply.user);
      setLinked(reply);
    } catch (thrown) {
      setError(failureWords(thrown));
    } finally {
      setBusy(false);
    }
  };

  if (linked !== null) return <Linked reply={linked} onDone={onDone} />;
  return (
    <form className="link-form" onSubmit={(event) => void send(event)} noValidate>
      <TextField
        label="Mã liên kết"
        hint="Mã chỉ dùng được một lần. Không đưa mã cho người khác."
        error={error}
        value={code}
        maxLength={LONGEST}
        autoComplete="one-time-code"
        autoCapitalize="characters"
        spellCheck={false}
        onChange={(event) => setCode(event.target.value)}
      />
      <button type="submit" className="button button--primary button--wide" disabled={isBusy}>
        {isBusy ? 'Đang kiểm tra…' : 'Liên kết'}
      </button>
    </form>
  );
}

function Linked({ reply, onDone }: { readonly reply: LinkReply; readonly onDone: () => void }) {
  const words =
    reply.linked === 'role'
      ? `Đã liên kết. Từ nay dùng ứng dụng với vai: ${roleWords(reply.user)}.`
      : 'Đã liên kết với cuộc trò chuyện Zalo của phường.';
  const back = (
    <button type="button" className="button button--primary" onClick={onDone}>
      Xong
    </button>
  );
  return (
    <div role="status">
      <Notice tone="info" actions={back}>
        {words}
      </Notice>
    </div>
  );
}
