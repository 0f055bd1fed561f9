/**
 * Plans, problems and recaps as lines of text; pure. May use: problem, value, model, observed, plan, ledger, diary, schedule, host,
 * run, adhoc, doctor.
 */
package dockdsl.cli.text;
