package org.spinepain.guideline.model;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import org.spinepain.guideline.model.fact.Injectate;
import org.spinepain.guideline.model.fact.Intent;
import org.spinepain.guideline.model.fact.Setting;
import org.spinepain.guideline.model.fact.Technique;

/**
 * A requested procedure, as far as known. Each method returns a changed copy. Two drugs given at
 * different places are two procedures.
 *
 * <p>What happens when nothing is stated: the intent is taken to be treatment, the setting routine
 * care, and the injectate none where the technique is known and no injection; each such default is
 * listed in the determination. The injectate of an injection, or of an unknown technique, is
 * unknown when nothing is stated.
 *
 * @param id what the determination is found by, unique in its case; 1 to 200 characters, not blank
 * @param technique how it is done; absent when not known
 * @param injectate the drug given to treat the pain; never {@link Injectate#NONE} with an injection
 * @param intent what it is done for
 * @param setting where it is offered
 */
public record ProcedureRequest(
    String id,
    Optional<Technique> technique,
    Stated<Injectate> injectate,
    Stated<Intent> intent,
    Stated<Setting> setting) {

  /** Refuses null with a {@link NullPointerException}. */
  public ProcedureRequest {
    requireNonNull(id, "procedure.id");
    requireNonNull(technique, "procedure.technique");
    requireNonNull(injectate, "procedure.injectate");
    requireNonNull(intent, "procedure.intent");
    requireNonNull(setting, "procedure.setting");
  }

  /** A procedure done by this technique. */
  public static ProcedureRequest of(String id, Technique technique) {
    return new ProcedureRequest(
        id, Optional.of(technique), Stated.nothing(), Stated.nothing(), Stated.nothing());
  }

  /** A procedure of which the technique is not known. */
  public static ProcedureRequest ofUnknownTechnique(String id) {
    return new ProcedureRequest(
        id, Optional.empty(), Stated.nothing(), Stated.nothing(), Stated.nothing());
  }

  /** An epidural injection. */
  public static ProcedureRequest epidural(String id) {
    return of(id, Technique.EPIDURAL_INJECTION);
  }

  /** A joint-targeted injection. */
  public static ProcedureRequest jointTargeted(String id) {
    return of(id, Technique.JOINT_TARGETED_INJECTION);
  }

  /** An intramuscular injection. */
  public static ProcedureRequest intramuscular(String id) {
    return of(id, Technique.INTRAMUSCULAR_INJECTION);
  }

  /** A radiofrequency ablation of a joint's nerves. */
  public static ProcedureRequest jointRadiofrequencyAblation(String id) {
    return of(id, Technique.JOINT_RADIOFREQUENCY_ABLATION);
  }

  /** Radiofrequency at the dorsal root ganglion. */
  public static ProcedureRequest dorsalRootGanglionRadiofrequency(String id) {
    return of(id, Technique.DORSAL_ROOT_GANGLION_RADIOFREQUENCY);
  }

  /** Injecting this. */
  public ProcedureRequest injecting(Injectate newInjectate) {
    return injectate(Stated.of(newInjectate));
  }

  /** What was stated of the injectate. */
  public ProcedureRequest injectate(Stated<Injectate> newInjectate) {
    return new ProcedureRequest(id, technique, newInjectate, intent, setting);
  }

  /** Done for this. */
  public ProcedureRequest intendedFor(Intent newIntent) {
    return intent(Stated.of(newIntent));
  }

  /** What was stated of the intent. */
  public ProcedureRequest intent(Stated<Intent> newIntent) {
    return new ProcedureRequest(id, technique, injectate, newIntent, setting);
  }

  /** Offered in this setting. */
  public ProcedureRequest offeredIn(Setting newSetting) {
    return setting(Stated.of(newSetting));
  }

  /** What was stated of the setting. */
  public ProcedureRequest setting(Stated<Setting> newSetting) {
    return new ProcedureRequest(id, technique, injectate, intent, newSetting);
  }
}
