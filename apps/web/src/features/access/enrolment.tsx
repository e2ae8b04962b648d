import { CopyButton } from '../../ui/copy.tsx';
import { QrCode } from '../../ui/qr-code.tsx';
import { m } from '../../ui/words.ts';

export interface Secret {
  secret: string;
  uri: string;
}
/** In groups of four, as people copy it from a screen. */
const inFours = (secret: string) => secret.replace(/(.{4})(?=.)/g, '$1\u00a0');

/** First sign-in: the secret of the one-time codes, shown once, to put into an authenticator application. */
export function Enrolment({ secret }: { secret: Secret }) {
  return (
    <>
      <p className="verdict">{m.access_enrol_why()}</p>
      <ol className="steps">
        <li>{m.access_enrol_open()}</li>
        <li>
          {m.access_enrol_type()} <a href={secret.uri}>{m.access_enrol_link()}</a>
        </li>
        <li>{m.access_enrol_copy()}</li>
      </ol>
      <QrCode text={secret.uri} label={m.access_enrol_code()} />
      <p className="secret">
        <code>{inFours(secret.secret)}</code>
        <CopyButton text={secret.secret} label={m.access_copy_secret()} />
      </p>
    </>
  );
}
