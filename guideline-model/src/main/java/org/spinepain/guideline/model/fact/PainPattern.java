package org.spinepain.guideline.model.fact;

import org.spinepain.guideline.model.Coded;

/** Where chronic spine pain is felt: the division on which the guideline's recommendations rest. */
public enum PainPattern implements Coded {
  /** In the spine itself. */
  AXIAL,
  /** Radiating to an arm or a leg. */
  RADICULAR,
  /** Both: the recommendations for either apply. */
  AXIAL_AND_RADICULAR,
  /** Neither, neurogenic claudication for one. The guideline has no recommendation for it. */
  OTHER;

  /** Whether the pain has an axial part. */
  public boolean isAxial() {
    return this == AXIAL || this == AXIAL_AND_RADICULAR;
  }

  /** Whether the pain has a radicular part. */
  public boolean isRadicular() {
    return this == RADICULAR || this == AXIAL_AND_RADICULAR;
  }
}
