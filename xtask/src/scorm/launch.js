// Tells a learning platform by SCORM 1.2 how far a learner is in the lesson in the frame. What the platform
// keeps for a learner, not the browser, says what was answered before: others may use the same device.
import { scorm } from '@gamestdio/scorm';

const { lesson } = document.body.dataset;
const frame = document.querySelector('iframe');
const began = Date.now();
/** Points of first answers by step; how many questions there are; whether the end was reached. */
let known = { points: {}, questions: 0, ended: false };

/** Says in a sentence that the platform does not answer: the lesson goes on all the same. */
function unheard() {
  document.querySelector('#unheard').hidden = false;
}

/** What the platform does, or false: one from another origin may not even be looked for. */
function ask(act) {
  try {
    return act();
  } catch {
    return false;
  }
}

scorm.configure({ version: '1.2', handleCompletionStatus: false, handleExitMode: false });
const heard = ask(() => scorm.initialize());
const at = heard ? resume() : 1;
if (!heard) unheard();
frame.src = frame.dataset.src + (at > 1 ? `&step=${at}` : '');

/** What the platform kept, and the step where the learner left. */
function resume() {
  const status = ask(() => scorm.get('cmi.core.lesson_status'));
  known.ended = status === 'completed' || status === 'passed';
  if (!known.ended) ask(() => scorm.set('cmi.core.lesson_status', 'incomplete'));
  try {
    const { points, questions } = JSON.parse(scorm.get('cmi.suspend_data'));
    const right = Object.entries(points).filter(([, one]) => Number.isInteger(one) && one >= 0 && one <= 100);
    if (Number.isInteger(questions)) known = { ...known, points: Object.fromEntries(right), questions };
  } catch {
    // Nothing was kept, or it was another's.
  }
  const at = Number(ask(() => scorm.get('cmi.core.lesson_location')));
  return Number.isInteger(at) ? at : 1;
}

function report(at) {
  const { points, questions, ended } = known;
  const sum = Object.values(points).reduce((all, one) => all + one, 0);
  const told = [
    ['cmi.core.lesson_location', String(at)],
    ['cmi.core.score.min', '0'],
    ['cmi.core.score.max', '100'],
    // What was skipped is worth nothing.
    ['cmi.core.score.raw', String(Math.round(sum / Math.max(1, questions)))],
    ['cmi.core.lesson_status', ended ? 'completed' : 'incomplete'],
    ['cmi.suspend_data', JSON.stringify({ points, questions })],
  ];
  const kept = told.map(([name, value]) => ask(() => scorm.set(name, value)));
  if (!kept.every(Boolean) || !ask(() => scorm.commit())) unheard();
}

addEventListener('message', ({ source, data }) => {
  if (source !== frame.contentWindow || data?.bathtub !== 1 || data.type !== 'lesson' || data.lesson !== lesson) return;
  known.questions = data.questions;
  if (data.step !== undefined) known.points[data.step] ??= data.points;
  known.ended ||= data.ended;
  if (heard) report(data.at);
});

addEventListener('pagehide', () => {
  if (!heard) return;
  const seconds = Math.round((Date.now() - began) / 1000);
  const two = (number) => String(number).padStart(2, '0');
  ask(() => scorm.set('cmi.core.session_time', `${String(Math.floor(seconds / 3600)).padStart(4, '0')}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`));
  ask(() => scorm.set('cmi.core.exit', known.ended ? '' : 'suspend'));
  ask(() => scorm.commit());
  ask(() => scorm.terminate());
});
