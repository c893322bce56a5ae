/**
 * The types of UBL 2.1 that an invoice or a credit note can reach, M to Z; see the first part for how to read it.
 */
export const ublZweiterTeil = `
MaritimeTransport: cbc:VesselID? cbc:VesselName? cbc:RadioCallSignID? cbc:ShipsRequirements* cbc:GrossTonnageMeasure?
  cbc:NetTonnageMeasure? cac:RegistryCertificateDocumentReference? cac:RegistryPortLocation?
MonetaryTotal (cac:LegalMonetaryTotal): cbc:LineExtensionAmount? cbc:TaxExclusiveAmount? cbc:TaxInclusiveAmount?
  cbc:AllowanceTotalAmount? cbc:ChargeTotalAmount? cbc:PrepaidAmount? cbc:PayableRoundingAmount? cbc:PayableAmount
  cbc:PayableAlternativeAmount?
OrderLineReference: cbc:LineID cbc:SalesOrderLineID? cbc:UUID? cbc:LineStatusCode? cac:OrderReference?
OrderReference: cbc:ID cbc:SalesOrderID? cbc:CopyIndicator? cbc:UUID? cbc:IssueDate? cbc:IssueTime? cbc:CustomerReference?
  cbc:OrderTypeCode? cac:DocumentReference?
Package (cac:ActualPackage cac:ContainedPackage cac:ContainingPackage): cbc:ID? cbc:Quantity? cbc:ReturnableMaterialIndicator?
  cbc:PackageLevelCode? cbc:PackagingTypeCode? cbc:PackingMaterial* cbc:TraceID? cac:ContainedPackage*
  cac:ContainingTransportEquipment? cac:GoodsItem* cac:MeasurementDimension* cac:DeliveryUnit* cac:Delivery? cac:Pickup?
  cac:Despatch?
Party (cac:AgentParty cac:BillOfLadingHolderParty cac:CarrierParty cac:ConsigneeParty cac:ConsignorParty cac:ContactParty
  cac:CustomsAgentParty cac:DeliveryParty cac:DespatchParty cac:ExporterParty cac:FinalDeliveryParty cac:FinancingParty
  cac:FreightForwarderParty cac:HazardousItemNotificationParty cac:HeadOfficeParty cac:ImporterParty
  cac:InformationContentProviderParty cac:InsuranceParty cac:IssuerParty cac:LoadingProofParty cac:LogisticsOperatorParty
  cac:ManufacturerParty cac:MortgageHolderParty cac:NotaryParty cac:NotifyParty cac:OperatingParty cac:OriginalDespatchParty
  cac:OriginatorParty cac:OwnerParty cac:PayeeParty cac:PayerParty cac:PerformingCarrierParty cac:PickupParty cac:ProviderParty
  cac:ResponsibleTransportServiceProviderParty cac:SignatoryParty cac:SubstituteCarrierParty cac:TaxRepresentativeParty
  cac:TerminalOperatorParty cac:TransportAdvisorParty cac:WitnessParty): cbc:MarkCareIndicator? cbc:MarkAttentionIndicator?
  cbc:WebsiteURI? cbc:LogoReferenceID? cbc:EndpointID? cbc:IndustryClassificationCode? cac:PartyIdentification* cac:PartyName*
  cac:Language? cac:PostalAddress? cac:PhysicalLocation? cac:PartyTaxScheme* cac:PartyLegalEntity* cac:Contact? cac:Person*
  cac:AgentParty? cac:ServiceProviderParty* cac:PowerOfAttorney* cac:FinancialAccount?
PartyIdentification: cbc:ID
PartyLegalEntity: cbc:RegistrationName? cbc:CompanyID? cbc:RegistrationDate? cbc:RegistrationExpirationDate?
  cbc:CompanyLegalFormCode? cbc:CompanyLegalForm? cbc:SoleProprietorshipIndicator? cbc:CompanyLiquidationStatusCode?
  cbc:CorporateStockAmount? cbc:FullyPaidSharesIndicator? cac:RegistrationAddress? cac:CorporateRegistrationScheme?
  cac:HeadOfficeParty? cac:ShareholderParty*
PartyName: cbc:Name
PartyTaxScheme: cbc:RegistrationName? cbc:CompanyID? cbc:TaxLevelCode? cbc:ExemptionReasonCode? cbc:ExemptionReason*
  cac:RegistrationAddress? cac:TaxScheme
Payment (cac:PrepaidPayment): cbc:ID? cbc:PaidAmount? cbc:ReceivedDate? cbc:PaidDate? cbc:PaidTime? cbc:InstructionID?
PaymentMandate: cbc:ID? cbc:MandateTypeCode? cbc:MaximumPaymentInstructionsNumeric? cbc:MaximumPaidAmount? cbc:SignatureID?
  cac:PayerParty? cac:PayerFinancialAccount? cac:ValidityPeriod? cac:PaymentReversalPeriod? cac:Clause*
PaymentMeans: cbc:ID? cbc:PaymentMeansCode cbc:PaymentDueDate? cbc:PaymentChannelCode? cbc:InstructionID? cbc:InstructionNote*
  cbc:PaymentID* cac:CardAccount? cac:PayerFinancialAccount? cac:PayeeFinancialAccount? cac:CreditAccount? cac:PaymentMandate?
  cac:TradeFinancing?
PaymentTerms (cac:CollectPaymentTerms cac:DisbursementPaymentTerms cac:PrepaidPaymentTerms): cbc:ID? cbc:PaymentMeansID*
  cbc:PrepaidPaymentReferenceID? cbc:Note* cbc:ReferenceEventCode? cbc:SettlementDiscountPercent? cbc:PenaltySurchargePercent?
  cbc:PaymentPercent? cbc:Amount? cbc:SettlementDiscountAmount? cbc:PenaltyAmount? cbc:PaymentTermsDetailsURI?
  cbc:PaymentDueDate? cbc:InstallmentDueDate? cbc:InvoicingPartyReference? cac:SettlementPeriod? cac:PenaltyPeriod?
  cac:ExchangeRate? cac:ValidityPeriod?
Period (cac:EstimatedDeliveryPeriod cac:EstimatedDespatchPeriod cac:EstimatedDurationPeriod cac:EstimatedTransitPeriod
  cac:InvoicePeriod cac:NominationPeriod cac:PaymentReversalPeriod cac:PenaltyPeriod cac:PromisedDeliveryPeriod
  cac:RequestedDeliveryPeriod cac:RequestedDespatchPeriod cac:SettlementPeriod cac:TransitPeriod cac:UsabilityPeriod
  cac:ValidityPeriod): cbc:StartDate? cbc:StartTime? cbc:EndDate? cbc:EndTime? cbc:DurationMeasure? cbc:DescriptionCode*
  cbc:Description*
Person (cac:CrewMemberPerson cac:DriverPerson cac:MasterPerson cac:PassengerPerson cac:ReportingPerson cac:SecurityOfficerPerson
  cac:ShipsSurgeonPerson): cbc:ID? cbc:FirstName? cbc:FamilyName? cbc:Title? cbc:MiddleName? cbc:OtherName? cbc:NameSuffix?
  cbc:JobTitle? cbc:NationalityID? cbc:GenderCode? cbc:BirthDate? cbc:BirthplaceName? cbc:OrganizationDepartment? cac:Contact?
  cac:FinancialAccount? cac:IdentityDocumentReference* cac:ResidenceAddress?
PhysicalAttribute: cbc:AttributeID cbc:PositionCode? cbc:DescriptionCode? cbc:Description*
Pickup: cbc:ID? cbc:ActualPickupDate? cbc:ActualPickupTime? cbc:EarliestPickupDate? cbc:EarliestPickupTime?
  cbc:LatestPickupDate? cbc:LatestPickupTime? cac:PickupLocation? cac:PickupParty?
PowerOfAttorney: cbc:ID? cbc:IssueDate? cbc:IssueTime? cbc:Description* cac:NotaryParty? cac:AgentParty cac:WitnessParty*
  cac:MandateDocumentReference*
Price (cac:AlternativeConditionPrice): cbc:PriceAmount cbc:BaseQuantity? cbc:PriceChangeReason* cbc:PriceTypeCode?
  cbc:PriceType? cbc:OrderableUnitFactorRate? cac:ValidityPeriod* cac:PriceList? cac:AllowanceCharge* cac:PricingExchangeRate?
PriceExtension (cac:ItemPriceExtension): cbc:Amount cac:TaxTotal*
PriceList (cac:PreviousPriceList): cbc:ID? cbc:StatusCode? cac:ValidityPeriod* cac:PreviousPriceList?
PricingReference: cac:OriginalItemLocationQuantity? cac:AlternativeConditionPrice*
ProjectReference: cbc:ID cbc:UUID? cbc:IssueDate? cac:WorkPhaseReference*
RailTransport: cbc:TrainID cbc:RailCarID?
ReceiptLine (cac:ReceivedHandlingUnitReceiptLine): cbc:ID cbc:UUID? cbc:Note* cbc:ReceivedQuantity? cbc:ShortQuantity?
  cbc:ShortageActionCode? cbc:RejectedQuantity? cbc:RejectReasonCode? cbc:RejectReason* cbc:RejectActionCode?
  cbc:QuantityDiscrepancyCode? cbc:OversupplyQuantity? cbc:ReceivedDate? cbc:TimingComplaintCode? cbc:TimingComplaint?
  cac:OrderLineReference? cac:DespatchLineReference* cac:DocumentReference* cac:Item* cac:Shipment*
Response (cac:DiscrepancyResponse): cbc:ReferenceID? cbc:ResponseCode? cbc:Description* cbc:EffectiveDate? cbc:EffectiveTime?
  cac:Status*
ResultOfVerification: cbc:ValidatorID? cbc:ValidationResultCode? cbc:ValidationDate? cbc:ValidationTime? cbc:ValidateProcess?
  cbc:ValidateTool? cbc:ValidateToolVersion? cac:SignatoryParty?
RoadTransport: cbc:LicensePlateID
SecondaryHazard: cbc:ID? cbc:PlacardNotation? cbc:PlacardEndorsement? cbc:EmergencyProceduresCode? cbc:Extension*
ServiceFrequency (cac:ScheduledServiceFrequency): cbc:WeekDayCode
ServiceProviderParty: cbc:ID? cbc:ServiceTypeCode? cbc:ServiceType* cac:Party cac:SellerContact?
ShareholderParty: cbc:PartecipationPercent? cac:Party?
Shipment (cac:ConsolidatedShipment cac:ReferencedShipment cac:ReportedShipment): cbc:ID cbc:ShippingPriorityLevelCode?
  cbc:HandlingCode? cbc:HandlingInstructions* cbc:Information* cbc:GrossWeightMeasure? cbc:NetWeightMeasure?
  cbc:NetNetWeightMeasure? cbc:GrossVolumeMeasure? cbc:NetVolumeMeasure? cbc:TotalGoodsItemQuantity?
  cbc:TotalTransportHandlingUnitQuantity? cbc:InsuranceValueAmount? cbc:DeclaredCustomsValueAmount?
  cbc:DeclaredForCarriageValueAmount? cbc:DeclaredStatisticsValueAmount? cbc:FreeOnBoardValueAmount? cbc:SpecialInstructions*
  cbc:DeliveryInstructions* cbc:SplitConsignmentIndicator? cbc:ConsignmentQuantity? cac:Consignment* cac:GoodsItem*
  cac:ShipmentStage* cac:Delivery? cac:TransportHandlingUnit* cac:ReturnAddress? cac:OriginAddress?
  cac:FirstArrivalPortLocation? cac:LastExitPortLocation? cac:ExportCountry? cac:FreightAllowanceCharge*
ShipmentStage (cac:MainCarriageShipmentStage cac:OnCarriageShipmentStage cac:PreCarriageShipmentStage): cbc:ID?
  cbc:TransportModeCode? cbc:TransportMeansTypeCode? cbc:TransitDirectionCode? cbc:PreCarriageIndicator?
  cbc:OnCarriageIndicator? cbc:EstimatedDeliveryDate? cbc:EstimatedDeliveryTime? cbc:RequiredDeliveryDate?
  cbc:RequiredDeliveryTime? cbc:LoadingSequenceID? cbc:SuccessiveSequenceID? cbc:Instructions* cbc:DemurrageInstructions*
  cbc:CrewQuantity? cbc:PassengerQuantity? cac:TransitPeriod? cac:CarrierParty* cac:TransportMeans? cac:LoadingPortLocation?
  cac:UnloadingPortLocation? cac:TransshipPortLocation? cac:LoadingTransportEvent? cac:ExaminationTransportEvent?
  cac:AvailabilityTransportEvent? cac:ExportationTransportEvent? cac:DischargeTransportEvent? cac:WarehousingTransportEvent?
  cac:TakeoverTransportEvent? cac:OptionalTakeoverTransportEvent? cac:DropoffTransportEvent? cac:ActualPickupTransportEvent?
  cac:DeliveryTransportEvent? cac:ReceiptTransportEvent? cac:StorageTransportEvent? cac:AcceptanceTransportEvent?
  cac:TerminalOperatorParty? cac:CustomsAgentParty? cac:EstimatedTransitPeriod? cac:FreightAllowanceCharge*
  cac:FreightChargeLocation? cac:DetentionTransportEvent* cac:RequestedDepartureTransportEvent?
  cac:RequestedArrivalTransportEvent? cac:RequestedWaypointTransportEvent* cac:PlannedDepartureTransportEvent?
  cac:PlannedArrivalTransportEvent? cac:PlannedWaypointTransportEvent* cac:ActualDepartureTransportEvent?
  cac:ActualWaypointTransportEvent? cac:ActualArrivalTransportEvent? cac:TransportEvent* cac:EstimatedDepartureTransportEvent?
  cac:EstimatedArrivalTransportEvent? cac:PassengerPerson* cac:DriverPerson* cac:ReportingPerson? cac:CrewMemberPerson*
  cac:SecurityOfficerPerson? cac:MasterPerson? cac:ShipsSurgeonPerson?
Signature: cbc:ID cbc:Note* cbc:ValidationDate? cbc:ValidationTime? cbc:ValidatorID? cbc:CanonicalizationMethod?
  cbc:SignatureMethod? cac:SignatoryParty? cac:DigitalSignatureAttachment? cac:OriginalDocumentReference?
Status (cac:CurrentStatus): cbc:ConditionCode? cbc:ReferenceDate? cbc:ReferenceTime? cbc:Description* cbc:StatusReasonCode?
  cbc:StatusReason* cbc:SequenceID? cbc:Text* cbc:IndicationIndicator? cbc:Percent? cbc:ReliabilityPercent? cac:Condition*
Stowage: cbc:LocationID? cbc:Location* cac:MeasurementDimension*
SupplierParty (cac:AccountingSupplierParty cac:SellerSupplierParty): cbc:CustomerAssignedAccountID? cbc:AdditionalAccountID*
  cbc:DataSendingCapability? cac:Party? cac:DespatchContact? cac:AccountingContact? cac:SellerContact?
TaxCategory (cac:ApplicableTaxCategory cac:ClassifiedTaxCategory): cbc:ID? cbc:Name? cbc:Percent? cbc:BaseUnitMeasure?
  cbc:PerUnitAmount? cbc:TaxExemptionReasonCode? cbc:TaxExemptionReason* cbc:TierRange? cbc:TierRatePercent? cac:TaxScheme
TaxScheme: cbc:ID? cbc:Name? cbc:TaxTypeCode? cbc:CurrencyCode? cac:JurisdictionRegionAddress*
TaxSubtotal: cbc:TaxableAmount? cbc:TaxAmount cbc:CalculationSequenceNumeric? cbc:TransactionCurrencyTaxAmount? cbc:Percent?
  cbc:BaseUnitMeasure? cbc:PerUnitAmount? cbc:TierRange? cbc:TierRatePercent? cac:TaxCategory
TaxTotal (cac:WithholdingTaxTotal): cbc:TaxAmount cbc:RoundingAmount? cbc:TaxEvidenceIndicator? cbc:TaxIncludedIndicator?
  cac:TaxSubtotal*
Temperature (cac:AdditionalTemperature cac:EmergencyTemperature cac:FlashpointTemperature cac:MaximumTemperature
  cac:MinimumTemperature): cbc:AttributeID cbc:Measure cbc:Description*
TradeFinancing: cbc:ID? cbc:FinancingInstrumentCode? cac:ContractDocumentReference? cac:DocumentReference* cac:FinancingParty
  cac:FinancingFinancialAccount? cac:Clause*
TradingTerms (cac:HaulageTradingTerms): cbc:Information* cbc:Reference? cac:ApplicableAddress?
TransactionConditions: cbc:ID? cbc:ActionCode? cbc:Description* cac:DocumentReference*
TransportEquipment (cac:AttachedTransportEquipment cac:ContainedInTransportEquipment cac:ContainingTransportEquipment
  cac:SupportedTransportEquipment cac:UnsupportedTransportEquipment): cbc:ID? cbc:ReferencedConsignmentID*
  cbc:TransportEquipmentTypeCode? cbc:ProviderTypeCode? cbc:OwnerTypeCode? cbc:SizeTypeCode? cbc:DispositionCode?
  cbc:FullnessIndicationCode? cbc:RefrigerationOnIndicator? cbc:Information* cbc:ReturnabilityIndicator?
  cbc:LegalStatusIndicator? cbc:AirFlowPercent? cbc:HumidityPercent? cbc:AnimalFoodApprovedIndicator?
  cbc:HumanFoodApprovedIndicator? cbc:DangerousGoodsApprovedIndicator? cbc:RefrigeratedIndicator? cbc:Characteristics?
  cbc:DamageRemarks* cbc:Description* cbc:SpecialTransportRequirements* cbc:GrossWeightMeasure? cbc:GrossVolumeMeasure?
  cbc:TareWeightMeasure? cbc:TrackingDeviceCode? cbc:PowerIndicator? cbc:TraceID? cac:MeasurementDimension*
  cac:TransportEquipmentSeal* cac:MinimumTemperature? cac:MaximumTemperature? cac:ProviderParty? cac:LoadingProofParty?
  cac:SupplierParty? cac:OwnerParty? cac:OperatingParty? cac:LoadingLocation? cac:UnloadingLocation? cac:StorageLocation?
  cac:PositioningTransportEvent* cac:QuarantineTransportEvent* cac:DeliveryTransportEvent* cac:PickupTransportEvent*
  cac:HandlingTransportEvent* cac:LoadingTransportEvent* cac:TransportEvent* cac:ApplicableTransportMeans?
  cac:HaulageTradingTerms* cac:HazardousGoodsTransit* cac:PackagedTransportHandlingUnit* cac:ServiceAllowanceCharge*
  cac:FreightAllowanceCharge* cac:AttachedTransportEquipment* cac:Delivery? cac:Pickup? cac:Despatch?
  cac:ShipmentDocumentReference* cac:ContainedInTransportEquipment* cac:Package* cac:GoodsItem*
TransportEquipmentSeal: cbc:ID cbc:SealIssuerTypeCode? cbc:Condition? cbc:SealStatusCode? cbc:SealingPartyType?
TransportEvent (cac:AcceptanceTransportEvent cac:ActualArrivalTransportEvent cac:ActualDepartureTransportEvent
  cac:ActualPickupTransportEvent cac:ActualWaypointTransportEvent cac:AvailabilityTransportEvent cac:DeliveryTransportEvent
  cac:DetentionTransportEvent cac:DischargeTransportEvent cac:DropoffTransportEvent cac:EstimatedArrivalTransportEvent
  cac:EstimatedDepartureTransportEvent cac:ExaminationTransportEvent cac:ExportationTransportEvent cac:HandlingTransportEvent
  cac:LoadingTransportEvent cac:OptionalTakeoverTransportEvent cac:PickupTransportEvent cac:PlannedArrivalTransportEvent
  cac:PlannedDeliveryTransportEvent cac:PlannedDepartureTransportEvent cac:PlannedPickupTransportEvent
  cac:PlannedWaypointTransportEvent cac:PositioningTransportEvent cac:QuarantineTransportEvent cac:ReceiptTransportEvent
  cac:RequestedArrivalTransportEvent cac:RequestedDeliveryTransportEvent cac:RequestedDepartureTransportEvent
  cac:RequestedPickupTransportEvent cac:RequestedWaypointTransportEvent cac:StorageTransportEvent cac:TakeoverTransportEvent
  cac:WarehousingTransportEvent): cbc:IdentificationID? cbc:OccurrenceDate? cbc:OccurrenceTime? cbc:TransportEventTypeCode?
  cbc:Description* cbc:CompletionIndicator? cac:ReportedShipment? cac:CurrentStatus* cac:Contact* cac:Location? cac:Signature?
  cac:Period*
TransportHandlingUnit (cac:PackagedTransportHandlingUnit): cbc:ID? cbc:TransportHandlingUnitTypeCode? cbc:HandlingCode?
  cbc:HandlingInstructions* cbc:HazardousRiskIndicator? cbc:TotalGoodsItemQuantity? cbc:TotalPackageQuantity? cbc:DamageRemarks*
  cbc:ShippingMarks* cbc:TraceID? cac:HandlingUnitDespatchLine* cac:ActualPackage* cac:ReceivedHandlingUnitReceiptLine*
  cac:TransportEquipment* cac:TransportMeans* cac:HazardousGoodsTransit* cac:MeasurementDimension* cac:MinimumTemperature?
  cac:MaximumTemperature? cac:GoodsItem* cac:FloorSpaceMeasurementDimension? cac:PalletSpaceMeasurementDimension?
  cac:ShipmentDocumentReference* cac:Status* cac:CustomsDeclaration* cac:ReferencedShipment* cac:Package*
TransportMeans (cac:ApplicableTransportMeans): cbc:JourneyID? cbc:RegistrationNationalityID? cbc:RegistrationNationality*
  cbc:DirectionCode? cbc:TransportMeansTypeCode? cbc:TradeServiceCode? cac:Stowage? cac:AirTransport? cac:RoadTransport?
  cac:RailTransport? cac:MaritimeTransport? cac:OwnerParty? cac:MeasurementDimension*
TransportationService (cac:FinalDeliveryTransportationService cac:OriginalDespatchTransportationService):
  cbc:TransportServiceCode cbc:TariffClassCode? cbc:Priority? cbc:FreightRateClassCode? cbc:TransportationServiceDescription*
  cbc:TransportationServiceDetailsURI? cbc:NominationDate? cbc:NominationTime? cbc:Name? cbc:SequenceNumeric?
  cac:TransportEquipment* cac:SupportedTransportEquipment* cac:UnsupportedTransportEquipment* cac:CommodityClassification*
  cac:SupportedCommodityClassification* cac:UnsupportedCommodityClassification* cac:TotalCapacityDimension? cac:ShipmentStage*
  cac:TransportEvent* cac:ResponsibleTransportServiceProviderParty? cac:EnvironmentalEmission* cac:EstimatedDurationPeriod?
  cac:ScheduledServiceFrequency*
UBLExtension: cbc:ID? cbc:Name? ext:ExtensionAgencyID? ext:ExtensionAgencyName? ext:ExtensionVersionID? ext:ExtensionAgencyURI?
  ext:ExtensionURI? ext:ExtensionReasonCode? ext:ExtensionReason? ext:ExtensionContent
UBLExtensions: ext:UBLExtension+
WorkPhaseReference: cbc:ID? cbc:WorkPhaseCode? cbc:WorkPhase* cbc:ProgressPercent? cbc:StartDate? cbc:EndDate?
  cac:WorkOrderDocumentReference*
`;
